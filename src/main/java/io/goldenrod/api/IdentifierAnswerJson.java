package io.goldenrod.api;

import io.goldenrod.graph.IdentifierLookup.Answer;
import io.goldenrod.graph.IdentifierLookup.Candidate;
import io.goldenrod.identity.Identifier;
import io.goldenrod.normalize.IdentifierOutcome;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes whose an identifier is. By hand, because this is the question that is asked most: it costs a fifth of what a
 * generator does, which is set up anew for each answer.
 */
final class IdentifierAnswerJson {

    private final StringBuilder json;

    IdentifierAnswerJson(int capacity) {
        this.json = new StringBuilder(capacity);
    }

    byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    IdentifierAnswerJson raw(char c) {
        json.append(c);
        return this;
    }

    IdentifierAnswerJson answer(Identifier identifier, Answer answer, String profile) {
        return answer(identifier, answer, profile, null);
    }

    /**
     * @param profile JSON of the customer's profile, or null
     * @param asOf the past moment, or null
     */
    IdentifierAnswerJson answer(Identifier identifier, Answer answer, String profile, AsOf asOf) {
        json.append('{');
        if (answer.customerId() != null) {
            json.append("\"customerId\":\"").append(answer.customerId()).append("\",");
        }
        json.append("\"resolution\":\"").append(answer.resolution().name()).append("\",\"identifier\":{\"type\":");
        text(identifier.type());
        json.append(",\"value\":");
        text(identifier.value());
        json.append('}');
        if (answer.ambiguity() != null) {
            candidates(answer);
        }
        if (profile != null) {
            json.append(",\"profile\":").append(profile);
        }
        if (asOf != null) {
            json.append(",\"asOf\":").append(Json.MAPPER.writeValueAsString(asOf));
        }
        json.append('}');
        return this;
    }

    private void candidates(Answer answer) {
        json.append(",\"reason\":\"").append(answer.ambiguity().name()).append("\",\"candidates\":[");
        String separator = "";
        for (Candidate candidate : answer.candidates()) {
            json.append(separator).append("{\"customerId\":\"").append(candidate.customerId());
            json.append("\",\"records\":").append(candidate.records()).append('}');
            separator = ",";
        }
        json.append(']');
        if (answer.cut()) {
            json.append(",\"candidatesCut\":true");
        }
    }

    /** @param field the place of the identifier in the request */
    IdentifierAnswerJson invalid(String field, IdentifierOutcome.Refusal refusal) {
        json.append("{\"resolution\":\"INVALID\",\"errors\":[{\"field\":");
        text(field);
        json.append(",\"code\":");
        text(refusal.code());
        json.append(",\"message\":");
        text(refusal.message());
        json.append("}]}");
        return this;
    }

    private void text(String text) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
