package io.goldenrod.boot;

import io.goldenrod.api.WebApi;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** What Spring wires. The database and the settings are there before it: {@link DatabaseStart} puts them in. */
@SpringBootApplication
@Import(WebApi.class)
class GoldenrodApplication {}
