package io.goldenrod.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a browser run nothing on a page but the console's own files, and takes what changes something from the console's
 * own pages only: a form on another site is refused, whoever is made to send it.
 */
final class BrowserGuard extends OncePerRequestFilter {

    /** Answered by the other edge and by the framework. */
    private static final List<String> ELSEWHERE =
            List.of("/v1", "/v3/", "/actuator/", "/docs", "/swagger-ui/", "/webjars/swagger-ui/");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** The hash is of the one style element that Cytoscape adds to a page. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
            + " 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='; img-src 'self' data:; connect-src 'self';"
            + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // normalised, so that no detour leads around this
        String path = request.getServletPath();
        return ELSEWHERE.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        String path = request.getServletPath();
        boolean isPage = !path.startsWith("/assets/") && !path.startsWith("/webjars/");
        if (isPage) {
            // what a page shows is personal, and may be another thing the next moment
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Every browser says where a form comes from, by one header or the other. */
    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
