package io.goldenrod.steward;

/** A place in the order of items: behind the one that has this rank. */
record ReviewCursor(long records, double probability, String id) {

    private static final ReviewCursor START = new ReviewCursor(Long.MAX_VALUE, 1, "");

    static ReviewCursor of(Review review) {
        return new ReviewCursor(
                review.records(), review.probability(), review.ends().id());
    }

    /** Reads what {@link #text()} wrote, or nothing for the start; null when it is no cursor. */
    static ReviewCursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("\\|", 3);
        if (parts.length < 3) {
            return null;
        }
        try {
            return new ReviewCursor(Long.parseLong(parts[0]), Double.parseDouble(parts[1]), parts[2]);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    String text() {
        return records + "|" + probability + "|" + id;
    }

    boolean isBefore(Review review) {
        if (records != review.records()) {
            return records > review.records();
        }
        int order = Double.compare(probability, review.probability());
        return order != 0 ? order > 0 : id.compareTo(review.ends().id()) < 0;
    }
}
