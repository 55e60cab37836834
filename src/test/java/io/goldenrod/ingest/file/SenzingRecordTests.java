package io.goldenrod.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.RawRecord;
import io.goldenrod.identity.RawRecord.RawIdentifier;
import io.goldenrod.ingest.ParsedRecord;
import io.goldenrod.normalize.RecordLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenzingRecordTests {

    private static final Set<String> TYPES = Set.of("email", "phone", "national_id", "account_id", "social");

    @Test
    void readsFeatures() throws IOException {
        RawRecord record = record("""
                {"DATA_SOURCE": "CUSTOMERS", "RECORD_ID": "1001", "FEATURES": [
                 {"RECORD_TYPE": "PERSON"}, {"NAME_TYPE": "AKA", "NAME_FULL": "Bob Smith"},
                 {"NAME_TYPE": "PRIMARY", "NAME_LAST": "Smith", "NAME_FIRST": "Robert", "NAME_SUFFIX": "Jr"},
                 {"DATE_OF_BIRTH": "12/11/1978"}, {"ADDR_TYPE": "MAILING", "ADDR_LINE1": "123 Main Street",
                  "ADDR_CITY": "Las Vegas",
                  "ADDR_STATE": "NV", "ADDR_POSTAL_CODE": "89132", "ADDR_COUNTRY": "US"},
                 {"ADDR_FULL": "1 Other Road"}, {"PHONE_TYPE": "HOME", "PHONE_NUMBER": "702-919-1300"},
                 {"PHONE_NUMBER": 7029191301},
                 {"EMAIL_ADDRESS": "bsmith@work.com"}, {"SSN_NUMBER": "294-66-9999"},
                 {"PASSPORT_NUMBER": "A 123", "PASSPORT_COUNTRY": "USA"},
                 {"DRIVERS_LICENSE_NUMBER": "D1", "DRIVERS_LICENSE_STATE": "NV"},
                 {"ACCOUNT_NUMBER": "9", "ACCOUNT_DOMAIN": "VISA"},
                 {"LINKEDIN": "bsmith"}, {"FACEBOOK": "https://facebook.com/bob"}, {"WEBSITE_ADDRESS": "smith.com"},
                 {"REL_POINTER_KEY": "7", "REL_POINTER_ROLE": "Owns"}],
                 "AMOUNT": 100, "STATUS": "Active"}""".replace("\n", ""), TYPES);
        assertThat(record.source()).isEqualTo("CUSTOMERS");
        assertThat(record.recordId()).isEqualTo("1001");
        assertThat(record.identifiers())
                .containsExactly(
                        new RawIdentifier("phone", "702-919-1300"),
                        new RawIdentifier("phone", "7029191301"),
                        new RawIdentifier("email", "bsmith@work.com"),
                        new RawIdentifier("national_id", "294-66-9999"),
                        new RawIdentifier("account_id", "PASSPORT:US:A123"),
                        new RawIdentifier("account_id", "DRIVERS_LICENSE:NV:D1"),
                        new RawIdentifier("account_id", "VISA:9"),
                        new RawIdentifier("social", "linkedin:bsmith"),
                        new RawIdentifier("social", "https://facebook.com/bob"));
        assertThat(record.attributes())
                .containsOnly(
                        Map.entry("recordType", "PERSON"),
                        Map.entry("givenName", "Robert"),
                        Map.entry("familyName", "Smith"),
                        Map.entry("nameSuffix", "Jr"),
                        Map.entry("otherNames", List.of("Bob Smith")),
                        Map.entry("birthDate", "12/11/1978"),
                        Map.entry(
                                "address",
                                Map.of(
                                        "line1", "123 Main Street",
                                        "city", "Las Vegas",
                                        "region", "NV",
                                        "postcode", "89132",
                                        "country", "US")),
                        Map.entry("otherAddresses", List.of(Map.of("line1", "1 Other Road"))),
                        Map.entry("website", "smith.com"),
                        Map.entry("amount", 100L),
                        Map.entry("status", "Active"));
    }

    @Test
    void readsTheFlatFormWithUsagesBeforeNames() throws IOException {
        RawRecord record = record("""
                {"DATA_SOURCE":"A","RECORD_ID":"1","RECORD_TYPE":"ORGANIZATION","NAME_ORG":"Acme",
                "SECONDARY_NAME_ORG":"Acme Ltd",
                "PRIMARY_NAME_LAST":"Doe","PRIMARY_NAME_FIRST":"Jo","NATIVE_NAME_FULL":"J. Doe","HOME_PHONE_NUMBER":"1",
                "WORK_PHONE_NUMBER":"2","HOME_ADDR_LINE1":"H","WORK_ADDR_LINE1":"W",
                "WORK_ADDR_LINE2":"Flat 2","EMAIL_ADDRESS":"",
                "GENDER":"F","LEI_NUMBER":"5493001KJTIIGC8Y1R12"}""".replace("\n", ""), TYPES);
        assertThat(record.identifiers())
                .containsExactly(
                        new RawIdentifier("phone", "1"),
                        new RawIdentifier("phone", "2"),
                        new RawIdentifier("account_id", "LEI:5493001KJTIIGC8Y1R12"));
        assertThat(record.attributes())
                .containsEntry("organization", "Acme")
                .containsEntry("otherOrganizations", List.of("Acme Ltd"))
                .containsEntry("givenName", "Jo")
                .containsEntry("familyName", "Doe")
                .containsEntry("otherNames", List.of("J. Doe"))
                .containsEntry("gender", "F")
                .containsEntry("address", Map.of("line1", "H"))
                .containsEntry("otherAddresses", List.of(Map.of("line1", "W", "line2", "Flat 2")));
    }

    @Test
    void numbersTakeTheTypeOfTheirNameWhereThePolicyHasIt() throws IOException {
        var types = Set.of("passport", "ssn", "lei", "national_id", "account_id");
        RawRecord record = record(
                "{\"PASSPORT_NUMBER\":\"A-1\",\"PASSPORT_COUNTRY\":\"US\","
                        + "\"SSN_NUMBER\":\"294-66-9999\",\"LEI_NUMBER\":\"X\"}",
                types);
        assertThat(record.identifiers())
                .containsExactlyInAnyOrder(
                        new RawIdentifier("passport", "A1"),
                        new RawIdentifier("ssn", "294669999"),
                        new RawIdentifier("lei", "X"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE_NUMBER,'',PHONE,PHONE_NUMBER",
        "HOME_PHONE_NUMBER,HOME,PHONE,PHONE_NUMBER",
        "primary_name_last,PRIMARY,NAME,NAME_LAST",
        "TRUSTED_ID_NUMBER,'',TRUSTED_ID,TRUSTED_ID_NUMBER",
        "OLD_WORK_ADDR_CITY,OLD_WORK,ADDR,ADDR_CITY",
        "MY_LINKEDIN,MY,LINKEDIN,LINKEDIN"
    })
    void takesNamesApart(String name, String usage, String feature, String attribute) {
        assertThat(SenzingNames.parse(name)).isEqualTo(new SenzingNames.Name(usage, feature, attribute));
    }

    @Test
    void whatIsNoFeatureIsNotTakenForOne() {
        assertThat(SenzingNames.parse("PHONE")).isNull();
        assertThat(SenzingNames.parse("XPHONE_NUMBER")).isNull();
        assertThat(SenzingNames.parse("STATUS")).isNull();
        assertThat(SenzingNames.parse("")).isNull();
    }

    @Test
    void wrongTypesAreRefusedWithTheirPlace() throws IOException {
        assertThat(parse("{\"FEATURES\":{}}", TYPES)).isInstanceOf(ParsedRecord.Refused.class);
        var refused = (ParsedRecord.Refused)
                parse("{\"DATA_SOURCE\":[],\"FEATURES\":[1,{\"PHONE_NUMBER\":{}},{\"NAME_LAST\":\"x\"}]}", TYPES);
        assertThat(refused.problems())
                .extracting(problem -> problem.field())
                .containsExactly("DATA_SOURCE", "FEATURES[0]", "FEATURES[1].PHONE_NUMBER");
    }

    private static RawRecord record(String json, Set<String> types) throws IOException {
        return ((ParsedRecord.Read) parse(json, types)).record();
    }

    private static ParsedRecord parse(String json, Set<String> types) throws IOException {
        var options = new FileOptions(
                FileFormat.SENZING,
                null,
                null,
                StandardCharsets.UTF_8,
                null,
                types,
                RecordLimits.DEFAULT,
                LocalDate.EPOCH);
        var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        try (RecordFile file = RecordFile.open("x", in, options)) {
            return file.next().parsed();
        }
    }
}
