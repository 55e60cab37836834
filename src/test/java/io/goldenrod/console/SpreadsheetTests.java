package io.goldenrod.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadsheetTests {

    @Test
    void makesNoFormulaOfText() {
        assertThat(Spreadsheet.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(Spreadsheet.cell("@sum")).isEqualTo("'@sum");
        assertThat(Spreadsheet.cell("-2")).isEqualTo("'-2");
        assertThat(Spreadsheet.cell("+44")).isEqualTo("'+44");
        assertThat(Spreadsheet.cell("\tx")).isEqualTo("'\tx");
        assertThat(Spreadsheet.cell("a=b")).isEqualTo("a=b");
    }

    @Test
    void quotesWhatHoldsACommaAQuoteOrALineEnd() {
        assertThat(Spreadsheet.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Spreadsheet.cell("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(Spreadsheet.cell("=a\nb")).isEqualTo("\"'=a\nb\"");
        assertThat(Spreadsheet.cell("")).isEmpty();
    }
}
