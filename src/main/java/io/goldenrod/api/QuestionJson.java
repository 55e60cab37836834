package io.goldenrod.api;

import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.resolution.CustomerQuestion;
import io.goldenrod.resolution.RecordSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads who is asked for.
 *
 * @param withProfile whether the answer carries the customer's profile
 * @param limit of a search: most records in the answer
 */
record QuestionJson(CustomerQuestion question, boolean withProfile, int limit) {

    private static final int LIMIT_DEFAULT = 10;

    private static final int ATTRIBUTES_MAX = 200;

    /** @param search whether it is a search, which has a limit and includes nothing */
    static QuestionJson read(byte[] body, boolean search) {
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ProblemException.badRequest(
                        "invalid_type", "", "an object with identifiers or attributes is expected");
            }
            QuestionJson question = question(parser, search);
            if (parser.nextToken() != null) {
                throw ProblemException.badRequest("invalid_json", "", "one object is expected, and nothing after it");
            }
            return question;
        } catch (JacksonException e) {
            throw BatchJson.invalid(e);
        }
    }

    private static QuestionJson question(JsonParser parser, boolean search) {
        var identifiers = new ArrayList<RawIdentifier>();
        Map<String, Object> attributes = Map.of();
        String source = null;
        boolean withProfile = false;
        int limit = LIMIT_DEFAULT;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "identifiers" -> identifiers(parser, identifiers);
                case "attributes" -> attributes = attributes(parser);
                case "source" -> source = text(parser, "source");
                case "include", "limit" -> {
                    if (name.equals("limit") != search) {
                        throw unknownField(search);
                    }
                    withProfile = !search && include(parser);
                    limit = search ? limit(parser) : limit;
                }
                default -> throw unknownField(search);
            }
        }
        if (identifiers.isEmpty() && attributes.isEmpty()) {
            throw ProblemException.badRequest(
                    "missing_field", "identifiers", "a question has at least one identifier or attribute");
        }
        return new QuestionJson(new CustomerQuestion(identifiers, attributes, source), withProfile, limit);
    }

    private static ProblemException unknownField(boolean search) {
        return ProblemException.badRequest(
                "unknown_field",
                "",
                "a question has the fields identifiers, attributes, source and " + (search ? "limit" : "include"));
    }

    private static int limit(JsonParser parser) {
        boolean fits = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getLongValue() >= 1
                && parser.getLongValue() <= RecordSearch.HITS_MAX;
        if (!fits) {
            throw ProblemException.badRequest(
                    "invalid_value", "limit", "the limit is a whole number, 1 to " + RecordSearch.HITS_MAX);
        }
        return parser.getIntValue();
    }

    private static void identifiers(JsonParser parser, List<RawIdentifier> identifiers) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ProblemException.badRequest("invalid_type", "identifiers", "identifiers are an array");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (identifiers.size() == CustomerQuestion.IDENTIFIERS_MAX) {
                throw ProblemException.badRequest(
                        "too_many_identifiers",
                        "identifiers",
                        "a question has at most " + CustomerQuestion.IDENTIFIERS_MAX + " identifiers");
            }
            BatchJson.Asked asked = BatchJson.one(parser, "identifiers[" + identifiers.size() + "]");
            identifiers.add(new RawIdentifier(asked.type(), asked.value()));
        }
    }

    private static Map<String, Object> attributes(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw ProblemException.badRequest("invalid_type", "attributes", "attributes are an object");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> read = parser.readValueAs(LinkedHashMap.class);
        if (read.size() > ATTRIBUTES_MAX) {
            throw ProblemException.badRequest(
                    "too_many_attributes", "attributes", "a question has at most " + ATTRIBUTES_MAX + " attributes");
        }
        read.values().removeIf(java.util.Objects::isNull);
        return read;
    }

    private static boolean include(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw ProblemException.badRequest("invalid_type", "include", "include is an array, as in [\"profile\"]");
        }
        boolean profile = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!"profile".equals(text(parser, "include"))) {
                throw ProblemException.badRequest("invalid_value", "include", "include may name profile");
            }
            profile = true;
        }
        return profile;
    }

    private static String text(JsonParser parser, String field) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw ProblemException.badRequest("invalid_type", field, "a string is expected");
        }
        return parser.getString();
    }
}
