package io.goldenrod.match.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as models hold them: what a pencil would write, so that the last bits of a sum change no file. */
final class Rounding {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Rounding() {}

    static double significant(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
