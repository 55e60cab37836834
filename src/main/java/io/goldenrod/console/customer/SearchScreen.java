package io.goldenrod.console.customer;

import io.goldenrod.console.ConsoleProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for anything. */
@Controller
class SearchScreen {

    private static final int TEXT_LENGTH_MAX = 1_024;

    private final Search search;

    SearchScreen(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam(name = "q", defaultValue = "") String text, Model model) {
        String clean = text.strip();
        if (clean.length() > TEXT_LENGTH_MAX) {
            throw ConsoleProblem.badRequest("searchTooLong", TEXT_LENGTH_MAX);
        }
        model.addAttribute("text", clean);
        model.addAttribute("found", search.find(clean));
        return "search";
    }
}
