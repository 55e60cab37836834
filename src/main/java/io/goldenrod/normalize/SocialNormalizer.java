package io.goldenrod.normalize;

import io.goldenrod.normalize.OptionSpec.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Accounts at social networks as {@code network:handle}, from a profile's address, {@code network:handle}, or, with the
 * option {@code network}, {@code @handle}. Handles are in lower case; no network listed tells cases apart.
 */
final class SocialNormalizer implements ValueNormalizer {

    private static final int HANDLE_LENGTH_MAX = 100;

    /** Where a network's profiles are, and the path before the handle ("" for none, alternatives in order). */
    private record Network(String name, List<String> hosts, List<String> prefixes) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("x", List.of("x.com", "twitter.com"), List.of("")),
            new Network("facebook", List.of("facebook.com", "fb.com", "fb.me"), List.of("people", "")),
            new Network("instagram", List.of("instagram.com", "instagr.am"), List.of("")),
            new Network("linkedin", List.of("linkedin.com"), List.of("in", "pub")),
            new Network("github", List.of("github.com"), List.of("")),
            new Network("gitlab", List.of("gitlab.com"), List.of("")),
            new Network("tiktok", List.of("tiktok.com"), List.of("")),
            new Network("youtube", List.of("youtube.com"), List.of("user", "c", "")),
            new Network("threads", List.of("threads.net", "threads.com"), List.of("")),
            new Network("reddit", List.of("reddit.com"), List.of("user", "u")),
            new Network("pinterest", List.of("pinterest.com"), List.of("")),
            new Network("snapchat", List.of("snapchat.com"), List.of("add")),
            new Network("telegram", List.of("t.me", "telegram.me"), List.of("")),
            new Network("medium", List.of("medium.com"), List.of("")),
            new Network("bluesky", List.of("bsky.app"), List.of("profile")),
            new Network("vk", List.of("vk.com"), List.of("")),
            new Network("twitch", List.of("twitch.tv"), List.of("")),
            new Network("soundcloud", List.of("soundcloud.com"), List.of("")));

    private static final Map<String, String> FORMER_NAMES =
            Map.of("twitter", "x", "fb", "facebook", "ig", "instagram", "bsky", "bluesky", "yt", "youtube");

    /** Paths that are pages of the network, not accounts. */
    private static final Set<String> PAGES = Set.of(
            "about",
            "channel",
            "company",
            "explore",
            "groups",
            "hashtag",
            "help",
            "home",
            "i",
            "intent",
            "login",
            "logout",
            "p",
            "pages",
            "pin",
            "posts",
            "privacy",
            "profile.php",
            "reel",
            "search",
            "settings",
            "share",
            "sharer",
            "sharer.php",
            "shorts",
            "signup",
            "status",
            "stories",
            "terms",
            "watch");

    private final String network;

    SocialNormalizer(Values options) {
        network = options.choice("network");
    }

    static Set<String> networks() {
        Set<String> names = new TreeSet<>();
        NETWORKS.forEach(each -> names.add(each.name()));
        return names;
    }

    @Override
    public String normalize(String raw, String region) {
        String text = CleanText.attribute(CleanText.identifier(raw).toLowerCase(Locale.ROOT));
        int colon = text.indexOf(':');
        boolean address = text.indexOf('/') >= 0;
        if (!address && colon > 0) {
            String name = text.substring(0, colon).strip();
            return account(
                    FORMER_NAMES.getOrDefault(name, name),
                    text.substring(colon + 1).strip());
        }
        if (!address) {
            if (network.isEmpty()) {
                throw invalid("must be a profile's address or network:handle");
            }
            return account(network, text);
        }
        return fromAddress(colon > 0 && text.startsWith("://", colon) ? text.substring(colon + 3) : text);
    }

    private static String fromAddress(String address) {
        int end = address.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = address.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        String[] parts = address.substring(0, end).split("/");
        Network found = parts.length < 2 ? null : network(parts[0]);
        if (found == null) {
            throw unknownNetwork();
        }
        if (found.name().equals("facebook") && parts[1].equals("profile.php")) {
            return account("facebook", parameter(address.substring(end), "id"));
        }
        for (String prefix : found.prefixes()) {
            if (prefix.isEmpty()) {
                return page(found, parts[1]);
            }
            if (parts[1].equals(prefix) && parts.length > 2) {
                boolean numbered = found.name().equals("facebook") && parts.length > 3;
                return page(found, numbered ? parts[3] : parts[2]);
            }
        }
        throw invalid("must be a person's profile at that network");
    }

    private static String page(Network found, String handle) {
        if (PAGES.contains(handle)) {
            throw invalid("must be a person's profile at that network");
        }
        return account(found.name(), handle);
    }

    private static Network network(String host) {
        for (Network each : NETWORKS) {
            for (String own : each.hosts()) {
                if (host.equals(own) || host.endsWith("." + own)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static String parameter(String query, String name) {
        int at = query.indexOf(name + "=");
        int end = query.indexOf('&', Math.max(at, 0));
        return at < 0 ? "" : query.substring(at + name.length() + 1, end < 0 ? query.length() : end);
    }

    private static String account(String network, String written) {
        if (!networks().contains(network)) {
            throw unknownNetwork();
        }
        String handle = written.startsWith("@") ? written.substring(1) : written;
        boolean right = !handle.isEmpty()
                && handle.length() <= HANDLE_LENGTH_MAX
                && handle.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
                && CleanText.hasSubstance(handle);
        if (!right) {
            throw invalid("must have a handle of letters, digits, dots, underscores and hyphens");
        }
        return network + ":" + handle;
    }

    private static RefusedValue unknownNetwork() {
        return new RefusedValue("unknown_network", "the network must be one of " + String.join(", ", networks()));
    }

    private static RefusedValue invalid(String rule) {
        return new RefusedValue("invalid_social", "a social account " + rule);
    }
}
