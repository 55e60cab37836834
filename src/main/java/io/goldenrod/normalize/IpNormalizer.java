package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;

/**
 * IP addresses: version 4 in dotted decimal, version 6 as RFC 5952 writes it, version 4 mapped into 6 as version 4. A
 * port and brackets are dropped. Leading zeros are refused in version 4: programs disagree whether they mean octal.
 *
 * <p>{@code refusePrivate} (the default): an address that means another machine in every network (private, loopback,
 * link-local, carrier-grade translation, unspecified, multicast) is refused.
 */
final class IpNormalizer implements ValueNormalizer {

    private static final int GROUPS = 8;

    private final boolean refusePrivate;

    IpNormalizer(Values options) {
        refusePrivate = options.flag("refusePrivate");
    }

    @Override
    public String normalize(String raw, String region) {
        String text = withoutPort(CleanText.identifier(raw));
        int[] groups = text.indexOf(':') >= 0 ? version6(text) : null;
        int[] octets = groups == null ? version4(text) : mapped(groups);
        if (groups == null && octets == null) {
            throw new RefusedValue(
                    "invalid_ip", "an IP address is written 192.0.2.1 (no leading zeros) or 2001:db8::1 (no zone)");
        }
        if (refusePrivate && (octets != null ? isPrivate(octets) : isPrivate6(groups))) {
            throw new RefusedValue(
                    "private_ip", "the address is private, loopback, multicast or unspecified; send the public one");
        }
        if (octets != null) {
            return octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
        }
        return write(groups);
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            boolean port = close > 0 && (close == text.length() - 1 || text.charAt(close + 1) == ':');
            return port && isPort(text, close + 2) ? text.substring(1, close) : text;
        }
        int colon = text.indexOf(':');
        boolean one = colon > 0 && text.indexOf(':', colon + 1) < 0 && text.indexOf('.') > 0;
        return one && colon + 1 < text.length() && isPort(text, colon + 1) ? text.substring(0, colon) : text;
    }

    private static boolean isPort(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() - start <= 5;
    }

    /** The four octets, or null. */
    private static int[] version4(String text) {
        int[] octets = new int[4];
        int at = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '.') {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return null;
                }
                continue;
            }
            int length = i - start;
            if (at == 4 || length < 1 || length > 3 || length > 1 && text.charAt(start) == '0') {
                return null;
            }
            octets[at] = Integer.parseInt(text, start, i, 10);
            if (octets[at++] > 255) {
                return null;
            }
            start = i + 1;
        }
        return at == 4 ? octets : null;
    }

    /** The eight groups, or null. */
    private static int[] version6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] groups = new int[GROUPS];
        int headCount = read(gap < 0 ? text : text.substring(0, gap), groups, gap < 0);
        if (gap < 0) {
            return headCount == GROUPS ? groups : null;
        }
        int[] tail = new int[GROUPS];
        int tailCount = read(text.substring(gap + 2), tail, true);
        if (headCount < 0 || tailCount < 0 || headCount + tailCount >= GROUPS) {
            return null;
        }
        System.arraycopy(tail, 0, groups, GROUPS - tailCount, tailCount);
        return groups;
    }

    /** Reads groups parted by colons, the last perhaps in dotted decimal; the count, or -1. */
    private static int read(String text, int[] groups, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        int count = 0;
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (last && i == parts.length - 1 && part.indexOf('.') >= 0) {
                int[] octets = version4(part);
                if (octets == null || count + 2 > GROUPS) {
                    return -1;
                }
                groups[count++] = octets[0] << 8 | octets[1];
                groups[count++] = octets[2] << 8 | octets[3];
                continue;
            }
            if (part.isEmpty() || part.length() > 4 || count == GROUPS) {
                return -1;
            }
            int group = 0;
            for (int c = 0; c < part.length(); c++) {
                int digit = part.charAt(c) > 0x7f ? -1 : Character.digit(part.charAt(c), 16);
                if (digit < 0) {
                    return -1;
                }
                group = group << 4 | digit;
            }
            groups[count++] = group;
        }
        return count;
    }

    private static int[] mapped(int[] groups) {
        for (int i = 0; i < 5; i++) {
            if (groups[i] != 0) {
                return null;
            }
        }
        return groups[5] != 0xffff
                ? null
                : new int[] {groups[6] >> 8, groups[6] & 0xff, groups[7] >> 8, groups[7] & 0xff};
    }

    /** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as {@code ::}. */
    private static String write(int[] groups) {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    private static boolean isPrivate(int[] o) {
        return o[0] == 0
                || o[0] == 10
                || o[0] == 127
                || o[0] == 100 && (o[1] & 0xc0) == 64
                || o[0] == 169 && o[1] == 254
                || o[0] == 172 && (o[1] & 0xf0) == 16
                || o[0] == 192 && o[1] == 168
                || o[0] >= 224;
    }

    private static boolean isPrivate6(int[] g) {
        boolean zeros = true;
        for (int i = 0; i < GROUPS - 1; i++) {
            zeros &= g[i] == 0;
        }
        return zeros && g[7] <= 1
                || (g[0] & 0xfe00) == 0xfc00
                || (g[0] & 0xffc0) == 0xfe80
                || (g[0] & 0xff00) == 0xff00;
    }
}
