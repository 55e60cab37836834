package io.goldenrod.match.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as models hold them: what a pencil would write, so that the last bits of a sum change no file. */
final class Rounding {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final double CHANCE_MIN = 1e-9;
    private static final double CHANCE_MAX = 0.999999;

    private Rounding() {}

    static double significant(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** The same of a chance: never 0 or 1, however rare its opposite is, as a weight would be without end. */
    static double chance(double value) {
        return Math.min(Math.max(significant(value), CHANCE_MIN), CHANCE_MAX);
    }
}
