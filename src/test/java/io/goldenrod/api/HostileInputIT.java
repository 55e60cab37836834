package io.goldenrod.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenrod.api.ServiceUnderTest.Answer;
import io.goldenrod.testkit.Neo4jUnderTest;
import io.goldenrod.testkit.OnEachNeo4j;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Whatever comes, the answer is one for the caller: no failure of the service, and nothing of its inside. */
@OnEachNeo4j
class HostileInputIT {

    private static final String INJECTION = "' }) DETACH DELETE n //";

    @Parameter
    Neo4jUnderTest neo4j;

    private ServiceUnderTest service;

    @BeforeEach
    void start() {
        service = ServiceUnderTest.on(neo4j);
    }

    private static Answer harmless(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        assertThat(answer.text())
                .doesNotContain("Exception", "MATCH (", "UNWIND", "org.neo4j", "tools.jackson", "java.", "at io.");
        if (answer.status() >= 400) {
            assertThat(answer.type()).startsWith(Problem.MEDIA_TYPE);
        }
        return answer;
    }

    private static String record(String value) {
        return "{\"source\":\"crm\",\"recordId\":\"1\",\"identifiers\":[{\"type\":\"user_id\",\"value\":\"" + value
                + "\"}],\"attributes\":{\"note\":\"" + value + "\"}}";
    }

    @Test
    void takesAStatementForAValue() {
        service.post("/v1/records", record("keep-me-1"));
        String there = record(INJECTION).replace("\"1\"", "\"" + INJECTION + "\"");
        assertThat(harmless(service.post("/v1/records", there)).status()).isEqualTo(200);
        String encoded = URLEncoder.encode(INJECTION, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/v1/resolve?type=user_id&value=" + encoded,
                "/v1/resolve?type=" + encoded + "&value=1",
                "/v1/customers/" + encoded.replace("+", "%20"),
                "/v1/records/crm/" + encoded.replace("+", "%20"),
                "/v1/quarantine?cursor=" + encoded)) {
            harmless(service.get(path));
        }
        assertThat(neo4j.query("MATCH (r:Record) RETURN count(r) AS n").get(0)).containsEntry("n", 2L);
    }

    @Test
    void refusesWhatIsNoText() {
        for (String value : List.of("\\u0000", "a\\u0007b", "\\ud800", "\\udc00x", "\\u202e", "\\ufffe")) {
            harmless(service.post("/v1/records", record(value)));
            harmless(service.post("/v1/records", Json.LINES_MEDIA_TYPE, record(value)));
            harmless(service.post("/v1/resolve/batch", "[{\"type\":\"user_id\",\"value\":\"" + value + "\"}]"));
            harmless(service.post(
                    "/v1/resolve", "{\"identifiers\":[{\"type\":\"user_id\",\"value\":\"" + value + "\"}]}"));
        }
        byte[] broken = record("X").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 5] = (byte) 0xC3;
        for (String type : List.of(Json.MEDIA_TYPE, Json.LINES_MEDIA_TYPE)) {
            Answer answer = service.send(service.request("/v1/records")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(broken)));
            assertThat(harmless(answer).text()).contains("invalid_encoding");
        }
        harmless(service.send(service.request("/v1/resolve/batch")
                .header("Content-Type", Json.MEDIA_TYPE)
                .POST(BodyPublishers.ofByteArray(broken))));
        harmless(service.get("/v1/resolve?type=user_id&value=%00"));
        harmless(service.get("/v1/resolve?type=user_id&value=%ED%A0%80"));
        harmless(service.get("/v1/customers/%00"));
        harmless(service.get("/v1/records/crm/%0A"));
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);
        String deepRecord = "{\"source\":\"crm\",\"attributes\":{\"a\":" + deep + "}}";
        harmless(service.post("/v1/records", deepRecord));
        harmless(service.post("/v1/records", "[" + deepRecord + "]"));
        harmless(service.post("/v1/records", deep));
        harmless(service.post("/v1/resolve", "{\"identifiers\":[],\"attributes\":" + deep + "}"));
        harmless(service.post("/v1/resolve/batch", deep));
        harmless(service.post("/v1/resolve", "{\"identifiers\":[{\"type\":\"user_id\",\"value\":1e999999999}]}"));
        harmless(service.get("/v1/resolve?type=user_id&value=" + "x".repeat(6_000)));
        harmless(service.get("/v1/resolve?type=user_id&value=" + "x".repeat(20_000)));
        String lines = record("a") + "\n" + "x".repeat(10 << 20) + "\n" + record("b") + "\n";
        List<String> answers = harmless(service.post("/v1/records", Json.LINES_MEDIA_TYPE, lines))
                .text()
                .lines()
                .toList();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(1)).contains("record_too_large", "record-bytes-max");
        assertThat(answers.get(2)).contains("ACCEPTED");
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (String body :
                List.of("", " ", "null", "7", "\"x\"", "{}", "{\"a\":1}", "[[]]", "[null]", "{\"identifiers\":7}")) {
            harmless(service.post("/v1/records", body));
            harmless(service.post("/v1/records", Json.LINES_MEDIA_TYPE, body));
            harmless(service.post("/v1/resolve", body));
            harmless(service.post("/v1/resolve/batch", body));
        }
        harmless(service.post("/v1/records", "application/json;charset=utf-16", "{}"));
        harmless(service.post("/v1/records", "application/x-www-form-urlencoded", "a=b"));
        harmless(service.post("/v1/records", "nonsense", "{}"));
        harmless(service.send(service.request("/v1/records").POST(BodyPublishers.ofString("{}"))));
        harmless(service.send(service.request("/v1/records")
                .header("Content-Type", Json.MEDIA_TYPE)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{}"))));
        harmless(service.send(service.request("/v1/stats").method("PROPFIND", BodyPublishers.noBody())));
        harmless(service.send(service.request("/v1/stats").header("Accept", "nonsense")));
        harmless(service.send(service.request("/v1/customers/x").header("If-None-Match", ",,W/,\"")));
        harmless(service.get("/v1/customers/a;b=c"));
        harmless(service.get("/v1/customers/..%2F..%2Fetc"));
    }

    @Test
    void answersTheContainersRefusalsAsProblems() throws Exception {
        for (String line : List.of(
                "GET /v1/customers/{x} HTTP/1.1",
                "GET /v1/%zz HTTP/1.1",
                "GET /v1/resolve?type=<x> HTTP/1.1",
                "NONSENSE",
                "GET /v1/stats HTTP/9.9",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1")) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(line).startsWith("HTTP/1.1 ").doesNotContain("Exception", "<html", "java.");
            assertThat(answer.charAt(9)).as(line).isIn('4', '5');
        }
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void answersALineBeforeTheNextIsSentAndOutlivesAnAbort() throws Exception {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 1; i <= 3; i++) {
                chunk(out, record("value-" + i) + "\n");
                assertThat(nextAnswer(in)).contains("\"line\":" + i, "ACCEPTED");
            }
            chunk(out, "{\"source\":\"cr");
            socket.setSoLinger(true, 0);
        }
        for (int i = 0; i < 2 * ServiceUnderTest.SETTINGS.streamsMax(); i++) {
            assertThat(harmless(service.post("/v1/records", Json.LINES_MEDIA_TYPE, record("after")))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void chunk(OutputStream out, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String nextAnswer(BufferedReader in) throws Exception {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return line;
    }

    @Test
    void sendsAFileInFullChunks() {
        var body = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            body.append(record("v" + i).replace("\"1\"", "\"r" + i + "\"")).append('\n');
        }
        Answer answer = harmless(service.post("/v1/records", Json.LINES_MEDIA_TYPE, body.toString()));
        assertThat(answer.text().lines()).hasSize(5_000).allMatch(line -> line.contains("ACCEPTED"));
        assertThat(service.intake.sizes()).hasSizeLessThanOrEqualTo(7);
    }
}
