package io.goldenrod.console.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTextTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            crm/1001,                  record:crm/1001
            record:crm/1001,           record:crm/1001
            record:crm/a:b,            record:crm/a:b
            Ada@Example.org,           email:Ada@Example.org
            email:Ada@Example.org,     email:Ada@Example.org
            ' +44 7700 900345 ',       phone:+44 7700 900345
            phone: 447700900345,       phone:+447700900345
            phone:+447700900345,       phone:+447700900345
            C39Y31E6BBYH81VA38B7GPRVJC4, C39Y31E6BBYH81VA38B7GPRVJC4
            something,                 something
            '',                        ''
            """)
    void readsWhatIsPlain(String text, String read) {
        assertThat(MemberText.read(text)).isEqualTo(read);
    }
}
