package io.goldenrod.generate;

import java.util.Locale;

/** A system that records come from: what it asks for, and how what it is told gets in. */
public enum Origin {
    /** Typed by staff from paper. */
    CRM(25, Slips.Manner.SCAN, 0.08, 0.75, 0.85, 0.6, 0.9),
    /** Typed by customers. */
    WEB(33, Slips.Manner.KEYBOARD, 0.3, 0.3, 0.55, 0.1, 0.1),
    /** Typed by cashiers, in capitals. */
    POS(18, Slips.Manner.KEYBOARD, 0.2, 0.1, 0.2, 0.05, 0.05),
    /** Heard on the phone. */
    SUPPORT(12, Slips.Manner.HEARING, 0.3, 0.45, 0.4, 0.05, 0.1),
    /** Read from forms. */
    LOYALTY(12, Slips.Manner.SCAN, 0.15, 0.85, 0.8, 0.5, 0.7);

    private final int weight;
    private final Slips.Manner manner;
    private final double shortName;
    private final double birthDate;
    private final double address;
    private final double middleName;
    private final double gender;

    Origin(
            int weight,
            Slips.Manner manner,
            double shortName,
            double birthDate,
            double address,
            double middleName,
            double gender) {
        this.weight = weight;
        this.manner = manner;
        this.shortName = shortName;
        this.birthDate = birthDate;
        this.address = address;
        this.middleName = middleName;
        this.gender = gender;
    }

    /** As records name it. */
    public String source() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many of its records there are, by the others. */
    int weight() {
        return weight;
    }

    Slips.Manner manner() {
        return manner;
    }

    /** The chance of a short form, where the given name has one. */
    double shortName() {
        return shortName;
    }

    double birthDate() {
        return birthDate;
    }

    double address() {
        return address;
    }

    double middleName() {
        return middleName;
    }

    double gender() {
        return gender;
    }
}
