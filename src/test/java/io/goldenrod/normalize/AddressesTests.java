package io.goldenrod.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.identity.AttributeValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTests {

    @ParameterizedTest
    @CsvSource({
        "GB,sw1y4jh,SW1Y 4JH",
        "GB,SW1Y  4JH,SW1Y 4JH",
        "GB,m11ae,M1 1AE",
        "GB,nonsense,NONSENSE",
        "CA,k1a0b1,K1A 0B1",
        "CA,K1A-0B1,K1A 0B1",
        "US,8354,08354",
        "US,967,00967",
        "US,123456789,12345-6789",
        "US,12345-6789,12345-6789",
        "US,10001,10001",
        "NL,1234ab,1234 AB",
        "IE,d02x285,D02 X285",
        "JP,〒1000001,100-0001",
        "BR,01310100,01310-100",
        "PT,1000205,1000-205",
        "PL,00950,00-950",
        "SE,11455,114 55",
        "DE,D-10115,10115",
        "DE,1067,01067",
        "CH,CH-8001,8001",
        "AU,800,0800",
        "IN,110 001,110001",
        "FR,75 001,75001",
        "ZZ,ab 12,AB 12"
    })
    void writesAPostalCodeAsItsCountryDoes(String country, String written, String expected) {
        String tidied = Postcodes.tidy(written, country);
        assertThat(tidied).isEqualTo(expected);
        assertThat(Postcodes.tidy(tidied, country)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GB,GB",
        "gb,GB",
        "UK,GB",
        "U.K.,GB",
        "GBR,GB",
        "United Kingdom,GB",
        "England,GB",
        "USA,US",
        "U.S.A.,US",
        "United States of America,US",
        "the Netherlands,NL",
        "Holland,NL",
        "Deutschland,DE",
        "Österreich,AT",
        "España,ES",
        "Suisse,CH",
        "Côte d’Ivoire,CI",
        "Ivory Coast,CI",
        "Россия,RU",
        "日本,JP",
        "Korea,KR",
        "Czech Republic,CZ",
        "Türkiye,TR",
        "Turkey,TR",
        "Bosnia & Herzegovina,BA",
        "Bosnia and Herzegovina,BA"
    })
    void knowsACountryByCodeAndName(String written, String code) {
        assertThat(Addresses.countryCode(written)).isEqualTo(code);
    }

    @Test
    void anUnknownCountryStaysAsWritten() {
        assertThat(Addresses.countryCode("Atlantis")).isNull();
        AttributeValue value = address(Map.of("line1", "1 Deep Street", "country", "Atlantis"));
        assertThat(value.value()).isEqualTo(Map.of("line1", "1 Deep Street", "country", "Atlantis"));
        assertThat(value.comparable()).isEqualTo("1 deep st atlantis");
    }

    @Test
    void oneAddressInTwoWritingsComparesEqual() {
        Map<String, Object> left = new LinkedHashMap<>();
        left.put("line1", "12 North Main Street");
        left.put("line2", "Apartment 4");
        left.put("city", "Springfield");
        left.put("state", "IL");
        left.put("zip", "62701-1234");
        left.put("country", "USA");
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("country", "us");
        right.put("postcode", 62701);
        right.put("region", "il");
        right.put("city", "SPRINGFIELD");
        right.put("line1", "12 N. Main St.");
        right.put("line2", "#4");
        assertThat(address(left).comparable()).isEqualTo(address(right).comparable());
        assertThat(address("12 North Main Street, Apt 4\nSpringfield").comparable())
                .isEqualTo(address("12 N Main St, Unit 4, Springfield").comparable());
    }

    @Test
    void keepsPartsWithoutAMeaning() {
        AttributeValue value = address(Map.of("geo", List.of(1, 2)));
        assertThat(value.value()).isEqualTo(Map.of("geo", List.of(1, 2)));
        assertThat(value.comparable()).isEqualTo("{\"geo\":[1,2]}");
        assertThat(address(Map.of("line1", " "))).isNull();
    }

    private static AttributeValue address(Object raw) {
        return AttributeNormalizer.normalize("address", raw, null, null);
    }
}
