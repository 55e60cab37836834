package io.goldenrod.policy;

/** The order of day, month and year where a date is written in numbers. */
public enum DateOrder {
    /** Day first, as in {@code 31/12/1990}. */
    DMY,
    /** Month first, as in {@code 12/31/1990}. */
    MDY,
    /** Year first, as in {@code 90/12/31}. */
    YMD
}
