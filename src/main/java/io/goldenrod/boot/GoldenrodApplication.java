package io.goldenrod.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What Spring wires. The database and the settings are there before it: {@link DatabaseStart} puts them in. */
@SpringBootApplication(scanBasePackages = {"io.goldenrod.api", "io.goldenrod.boot", "io.goldenrod.console"})
class GoldenrodApplication {}
