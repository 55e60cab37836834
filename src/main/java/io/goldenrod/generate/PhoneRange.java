package io.goldenrod.generate;

import java.util.List;

/** The phone numbers of one kind in one country: patterns with # for a digit and A for an area code. */
final class PhoneRange {

    private final List<String> patterns;
    private final List<String> areas;
    private final long each;
    private final Permutation order;

    /** @param patterns all with as many digits to choose */
    PhoneRange(List<String> patterns, List<String> areas, long salt) {
        this.patterns = patterns;
        this.areas = areas;
        long choices = 1;
        for (char c : patterns.get(0).toCharArray()) {
            choices *= c == '#' ? 10 : c == 'A' ? areas.size() : 1;
        }
        each = choices;
        order = new Permutation(choices * patterns.size(), salt);
    }

    /** National, without a trunk prefix. The same number comes again only when all others were given out. */
    String number(long index) {
        long left = order.at(index);
        String pattern = patterns.get((int) (left / each));
        left %= each;
        StringBuilder number = new StringBuilder(12);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '#') {
                number.append((char) ('0' + left % 10));
                left /= 10;
            } else if (c == 'A') {
                number.append(areas.get((int) (left % areas.size())));
                left /= areas.size();
            } else {
                number.append(c);
            }
        }
        return number.toString();
    }

    long size() {
        return each * patterns.size();
    }
}
