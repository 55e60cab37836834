package io.goldenrod.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands around every page. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private static final String THEME_COOKIE = "goldenrod-theme";

    private final Assets assets;

    Frame(Assets assets) {
        this.assets = assets;
    }

    /**
     * @param assets where the console's own files are
     * @param theme {@code light} or {@code dark}; null for what the browser prefers
     * @param name of who sits here; null when none was given
     * @param path of the page
     * @param query what is in the search box
     */
    record View(String assets, String theme, String name, String path, String query) {}

    @ModelAttribute("frame")
    View frame(HttpServletRequest request) {
        return view(assets, request);
    }

    static View view(Assets assets, HttpServletRequest request) {
        String path = request.getRequestURI();
        return new View(
                assets.path(),
                theme(request),
                Acting.name(request),
                path,
                path.equals("/search") ? request.getParameter("q") : null);
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(THEME_COOKIE)
                        && (cookie.getValue().equals("light")
                                || cookie.getValue().equals("dark"))) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Remembers in the browser who sits here. */
    @Controller
    static class NameController {

        @PostMapping("/name")
        String name(@RequestParam String name, HttpServletRequest request, HttpServletResponse response, Model model) {
            String clean = Acting.cleanName(name);
            ResponseCookie cookie = ResponseCookie.from(Acting.COOKIE, clean == null ? "" : Links.encoded(clean))
                    .path("/")
                    .httpOnly(true)
                    .sameSite("Strict")
                    .maxAge(clean == null ? Duration.ZERO : Duration.ofDays(365))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            return "redirect:" + back(request);
        }

        /** The page that the form was on, without its host: never another site. */
        private static String back(HttpServletRequest request) {
            String from = request.getHeader(HttpHeaders.REFERER);
            if (from != null) {
                try {
                    URI page = URI.create(from);
                    String path = page.getRawPath();
                    if (path != null && path.startsWith("/") && !path.startsWith("//")) {
                        return path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
                    }
                } catch (IllegalArgumentException e) {
                    return "/";
                }
            }
            return "/";
        }
    }
}
