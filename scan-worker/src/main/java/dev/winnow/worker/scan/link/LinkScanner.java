package dev.winnow.worker.scan.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds links and e-mail addresses in one pass over a text: runs of the signs that hosts are made of are candidates, what stands around
 * them decides. One thread, one text.
 */
final class LinkScanner {
    /** Links of a message that count; a text with more has told enough. */
    static final int MAX_LINKS = 8;

    /** Runs that are looked at closely in a text, which bounds its cost. */
    private static final int MAX_CANDIDATES = 64;

    private static final int LONGEST_RUN = 300;
    private static final int MAX_BLANKS = 2;

    private final CanonicalText text;
    private final HostPlausibility plausibility;
    private final List<Link> links = new ArrayList<>();
    private final List<HostName> mailHosts = new ArrayList<>();
    private final boolean[] linkSigns;
    private int candidates;
    private boolean appPackage;
    private boolean namesMailHost;

    LinkScanner(CanonicalText text, LinkLists lists) {
        this.text = text;
        this.plausibility = new HostPlausibility(text, lists);
        this.linkSigns = new boolean[text.size() + 1];
    }

    LinkScanner scanText() {
        int at = 0;
        while (at < text.size() && links.size() < MAX_LINKS && candidates < MAX_CANDIDATES) {
            if (!startsRun(at)) {
                at++;
                continue;
            }
            boolean anyScript = text.signAt(at - 1) == '/';
            int end = at + 1;
            while (end < text.size() && LinkCharacters.isHostSign(text.signAt(end), anyScript)) {
                end++;
            }
            at = Math.max(end, examineRun(at, end));
        }
        return this;
    }

    List<Link> links() {
        return links;
    }

    /** The hosts of e-mail addresses. */
    List<HostName> mailHosts() {
        return mailHosts;
    }

    /** Whether a host stands after an at sign: of an address, or of the site that a code is for, as in {@code @example.com #123456}. */
    boolean namesMailHost() {
        return namesMailHost;
    }

    /** Whether the name of an app package for Android stands in the text. */
    boolean namesAppPackage() {
        return appPackage;
    }

    /** Which signs of the text belong to a link or an address: a name in them is no name in the text. */
    boolean[] linkSigns() {
        return linkSigns;
    }

    private boolean startsRun(int at) {
        return LinkCharacters.isHostSign(text.signAt(at), text.signAt(at - 1) == '/');
    }

    /** Where to go on. */
    private int examineRun(int runStart, int runEnd) {
        int start = runStart;
        int end = runEnd;
        while (start < end && LinkCharacters.isEdge(text.signAt(start))) {
            start++;
        }
        while (end > start && LinkCharacters.isEdge(text.signAt(end - 1))) {
            end--;
        }
        if (end == start || end - start > LONGEST_RUN) {
            return runEnd;
        }
        LinkScheme scheme = LinkScheme.findBefore(text, start);
        if (scheme != LinkScheme.NONE) {
            int host = hostAfterUserInfo(start);
            if (host > start) {
                return examineAfterUserInfo(host, scheme);
            }
        } else if (text.signAt(runEnd) == '@') {
            return runEnd;
        } else if (text.signAt(start - 1) == '@') {
            addMailHost(start, end);
            return runEnd;
        }
        int next = addPlain(start, end, scheme, false);
        return next > 0 ? next : addBroken(start, end, scheme);
    }

    private void addMailHost(int start, int end) {
        namesMailHost = true;
        if (CanonicalText.isAsciiWordPart(text.signAt(start - 2)) && mailHosts.size() < MAX_LINKS) {
            candidates++;
            HostName host = HostName.parseHost(text.cutLowerText(start, end));
            if (host != null && !host.address()) {
                mailHosts.add(host);
                Arrays.fill(linkSigns, LinkCharacters.runStart(text, start - 1), end, true);
            }
        }
    }

    /** The index after the last at sign before the path; the start if there is none. */
    private int hostAfterUserInfo(int start) {
        int host = start;
        for (int i = start; i < Math.min(text.size(), start + LONGEST_RUN); i++) {
            char c = text.signAt(i);
            if (c == '@') {
                host = i + 1;
            } else if (c == '/' || c == '?' || CanonicalText.isBlank(c)) {
                break;
            }
        }
        return host;
    }

    private int examineAfterUserInfo(int host, LinkScheme scheme) {
        int end = host;
        while (end < text.size() && LinkCharacters.isHostSign(text.signAt(end), true)) {
            end++;
        }
        int trimmed = end;
        while (trimmed > host && LinkCharacters.isEdge(text.signAt(trimmed - 1))) {
            trimmed--;
        }
        return Math.max(end, addPlain(host, trimmed, scheme, true));
    }

    /** Adds the run as a link, without its last labels where they are no ending; where to go on, or 0 if it is no link. */
    private int addPlain(int start, int end, LinkScheme scheme, boolean userInfo) {
        int hostEnd = end;
        appPackage |= end - start > 4 && text.cutLowerText(end - 4, end).equals(".apk");
        for (int cut = 0; cut < 3; cut++) {
            int dot = LinkCharacters.lastDot(text, start, hostEnd);
            if (dot <= start) {
                return scheme == LinkScheme.NONE ? 0 : addNumber(start, end, scheme, userInfo);
            }
            if (LinkCharacters.mayBeEnding(text, dot + 1, hostEnd)) {
                candidates++;
                HostName host = HostName.parseHost(text.cutLowerText(start, hostEnd));
                boolean strong = scheme != LinkScheme.NONE || LinkCharacters.isPath(text, hostEnd);
                if (host != null && plausibility.accepts(host, start, hostEnd, strong)) {
                    return addLink(host, start, hostEnd, scheme, userInfo, false);
                }
            }
            hostEnd = dot;
        }
        return 0;
    }

    /** An address that is written as one number. */
    private int addNumber(int start, int end, LinkScheme scheme, boolean userInfo) {
        String number = text.cutLowerText(start, end);
        if (!number.matches("[0-9]{8,10}|0x[0-9a-f]{8}")) {
            return 0;
        }
        HostName host = new HostName(number, number, number, number, "", false, true);
        return addLink(host, start, end, scheme, userInfo, false);
    }

    /** A host whose dot has a blank beside it. */
    private int addBroken(int start, int end, LinkScheme scheme) {
        int at = end;
        int dots = 0;
        int blanksBefore = 0;
        int blanksAfter = 0;
        for (; at < end + 2 * MAX_BLANKS + 1; at++) {
            char c = text.signAt(at);
            if (c == '.') {
                dots++;
            } else if (!CanonicalText.isBlank(c)) {
                break;
            } else if (dots == 0) {
                blanksBefore++;
            } else {
                blanksAfter++;
            }
        }
        int ending = at;
        while (ending < text.size() && ending - at < 30 && LinkCharacters.isHostSign(text.signAt(ending), false)) {
            ending++;
        }
        while (ending > at && LinkCharacters.isEdge(text.signAt(ending - 1))) {
            ending--;
        }
        boolean gap = dots == 1 && blanksBefore + blanksAfter > 0 && blanksBefore <= MAX_BLANKS;
        if (!gap
                || ending == at
                || (!LinkCharacters.mayBeEnding(text, at, ending)
                        && text.cutLowerText(at, ending).indexOf('.') < 0)) {
            return 0;
        }
        candidates++;
        HostName host = HostName.parseHost(text.cutLowerText(start, end) + '.' + text.cutLowerText(at, ending));
        boolean strong = scheme != LinkScheme.NONE || LinkCharacters.isPath(text, ending);
        boolean wholeHostAfterDot = host != null && host.domain().length() <= ending - at;
        if (host == null
                || wholeHostAfterDot
                || !plausibility.acceptsBroken(host, start, at, blanksBefore > 0, strong)) {
            return 0;
        }
        return addLink(host, start, ending, scheme, false, true);
    }

    private int addLink(HostName host, int start, int hostEnd, LinkScheme scheme, boolean userInfo, boolean broken) {
        int at = hostEnd;
        int port = 0;
        if (text.signAt(at) == ':' && LinkCharacters.isDigit(text.signAt(at + 1))) {
            int digits = at + 1;
            while (LinkCharacters.isDigit(text.signAt(digits)) && digits - at < 6) {
                port = 10 * port + text.signAt(digits++) - '0';
            }
            at = digits;
        }
        int pathEnd = LinkCharacters.isPath(text, at) ? LinkCharacters.pathEnd(text, at) : at;
        boolean mended = broken || scheme == LinkScheme.BROKEN || text.isMended(start, hostEnd);
        if (host.address() && scheme == LinkScheme.NONE && port == 0 && pathEnd == at) {
            return 0;
        }
        int from = text.placeOf(start);
        int to = pathEnd == text.size() ? text.placeOf(pathEnd) : text.placeOf(pathEnd - 1) + 1;
        Arrays.fill(linkSigns, start, pathEnd, true);
        links.add(new Link(from, to, host, text.cutText(at, pathEnd), port, userInfo, mended));
        return pathEnd;
    }
}
