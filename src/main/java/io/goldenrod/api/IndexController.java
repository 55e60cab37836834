package io.goldenrod.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where things are, for who asks at the root of the API. It never changes, which makes it a floor to measure by. */
@Hidden
@RestController
class IndexController {

    private static final String INDEX = """
            {"documentation":"/docs","description":"/v3/api-docs","statistics":"/v1/stats",\
            "readiness":"/actuator/health/readiness"}""";

    @GetMapping(path = "/v1", produces = Json.MEDIA_TYPE)
    String index() {
        return INDEX;
    }
}
