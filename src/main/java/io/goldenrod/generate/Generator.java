package io.goldenrod.generate;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes up the records, person by person, each person's oldest first. Holds one neighbourhood at a time.
 *
 * <p>For the same settings the records are the same; with more people those of the first ones stay as they are.
 */
public final class Generator {

    private final GeneratorSettings settings;
    private final Contacts contacts;
    private final RecordMaker maker;

    /** Takes the records. */
    @FunctionalInterface
    public interface Sink {
        /** @throws IOException to end it */
        void take(GeneratedRecord record) throws IOException;
    }

    public Generator(GeneratorSettings settings) {
        this.settings = settings;
        contacts = new Contacts(settings);
        maker = new RecordMaker(settings);
    }

    /** Makes all of them. */
    public void run(Sink sink) throws IOException {
        long neighbourhoods = neighbourhoods();
        List<GeneratedRecord> records = new ArrayList<>();
        for (long place = 0; place < neighbourhoods; place++) {
            records.clear();
            neighbourhood(place, records);
            for (GeneratedRecord record : records) {
                sink.take(record);
            }
        }
    }

    /** How many there are to make, each by itself. */
    long neighbourhoods() {
        return (settings.people() + Neighbourhood.SIZE - 1) / Neighbourhood.SIZE;
    }

    /** Adds the records of its people, of the last neighbourhood those that were asked for. */
    void neighbourhood(long place, List<GeneratedRecord> records) {
        for (Person person : Neighbourhood.people(settings, contacts, place)) {
            if (person.ordinal() < settings.people()) {
                maker.records(person, draft -> records.add(new GeneratedRecord(record(draft), person.ordinal())));
            }
        }
    }

    private static RawRecord record(Draft draft) {
        List<RawIdentifier> identifiers = new ArrayList<>(5);
        add(identifiers, "crm_id", draft.crmId);
        add(identifiers, "account_id", draft.accountId);
        add(identifiers, "user_id", draft.userId);
        add(identifiers, "loyalty_id", draft.loyaltyId);
        add(identifiers, "email", draft.email);
        add(identifiers, "phone", draft.mobile);
        add(identifiers, "phone", draft.landline);
        add(identifiers, "device_id", draft.deviceId);
        add(identifiers, "cookie_id", draft.cookieId);
        Map<String, Object> address = new LinkedHashMap<>();
        put(address, "line1", draft.line1);
        put(address, "line2", draft.line2);
        put(address, "city", draft.city);
        put(address, "region", draft.region);
        put(address, "postcode", draft.postcode);
        put(address, "country", draft.country);
        Map<String, Object> attributes = new LinkedHashMap<>();
        put(attributes, "givenName", draft.givenName);
        put(attributes, "middleName", draft.middleName);
        put(attributes, "familyName", draft.familyName);
        put(attributes, "birthDate", draft.birthDateText);
        put(attributes, "gender", draft.gender);
        if (!address.isEmpty()) {
            attributes.put("address", address);
        }
        return new RawRecord(
                draft.origin.source(),
                draft.recordId,
                Instant.ofEpochSecond(draft.second),
                identifiers,
                attributes,
                draft.marketing == null ? Map.of() : Map.of("marketing", draft.marketing));
    }

    private static void add(List<RawIdentifier> identifiers, String type, String value) {
        if (value != null) {
            identifiers.add(new RawIdentifier(type, value));
        }
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
