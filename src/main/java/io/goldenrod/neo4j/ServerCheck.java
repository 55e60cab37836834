package io.goldenrod.neo4j;

import io.goldenrod.graph.GraphUnavailableException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Whether what answers at the address is a Neo4j that serves; if not, why, in one line. */
final class ServerCheck {

    /** The long-term-support version that this program is built and tested with; later ones serve as well. */
    private static final int MAJOR_MIN = 5;

    private static final int MINOR_MIN = 26;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private ServerCheck() {}

    static void verify(Database database, DatabaseSettings settings) {
        String version;
        try {
            version = database.firstAnswer(SchemaStatement.READ_SERVER_VERSION)
                    .get(0)
                    .text("version");
        } catch (Neo4jException e) {
            throw new DatabaseStartException(explain(e, settings), e);
        } catch (GraphUnavailableException e) {
            throw new DatabaseStartException(
                    "the Neo4j at " + settings.uri() + " does not answer: " + e.getMessage(), e);
        }
        if (!serves(version)) {
            throw new DatabaseStartException(
                    "the Neo4j at " + settings.uri() + " is version " + version + "; " + MAJOR_MIN + "." + MINOR_MIN
                            + " or later is needed",
                    null);
        }
    }

    static boolean serves(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > MAJOR_MIN || major == MAJOR_MIN && Integer.parseInt(parts.group(2)) >= MINOR_MIN;
    }

    private static String explain(Neo4jException failure, DatabaseSettings settings) {
        if (failure instanceof AuthenticationException) {
            return settings.username().isEmpty()
                    ? "the Neo4j at " + settings.uri()
                            + " asks for a password; set GOLDENROD_NEO4J_USERNAME and GOLDENROD_NEO4J_PASSWORD"
                    : "the Neo4j at " + settings.uri() + " refuses the user or the password; correct"
                            + " GOLDENROD_NEO4J_USERNAME and GOLDENROD_NEO4J_PASSWORD";
        }
        if (failure instanceof SecurityException) {
            return "no secure connection to " + settings.uri() + "; use bolt+s:// or neo4j+s:// exactly when the server"
                    + " has a certificate, and the +ssc forms when it signed that itself";
        }
        if ("Neo.ClientError.Database.DatabaseNotFound".equals(failure.code())) {
            return "the Neo4j at " + settings.uri() + " has no database called " + settings.database()
                    + "; correct --goldenrod.neo4j.database=…";
        }
        if (failure instanceof ServiceUnavailableException) {
            return "no Neo4j answers at " + settings.uri() + "; start it, or correct --goldenrod.neo4j.uri=…";
        }
        return "what answers at " + settings.uri() + " is not a Neo4j that this program can use"
                + (failure.code() == null ? "" : " (" + failure.code() + ")") + "; correct --goldenrod.neo4j.uri=…";
    }
}
