/**
 * Finding a customer, looking at it, and putting its profile right: search, profile, pins, split, and records.
 *
 * <p>Why a search tries everything at once: who looks for somebody holds an e-mail, half a name or a number of unknown
 * origin, and should not have to say which. Why pins and splits are pages of their own that need no script: each can be
 * reached by an address, and says what it is going to do before it is done.
 */
package io.goldenrod.console.customer;
