package ru.nms.platform.http;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// The version a change is made from. A handler that declares it as a parameter answers 428 without the header and
/// 400 to a malformed one; whether the version is still the newest is asked with [#requires].
public record IfMatch(Set<String> tags) {

    private static final Pattern FORM = Pattern.compile("\\*|\"[!#-~]*\"(\\s*,\\s*\"[!#-~]*\")*");
    private static final String ANY = "*";

    static IfMatch parse(String header) {
        if (!FORM.matcher(header).matches()) {
            throw Refusal.malformed(Fault.at("If-Match", "malformed-header", "If-Match"));
        }
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    /// A change that is based on exactly this version, for callers that are not HTTP handlers.
    public static IfMatch of(long version) {
        return new IfMatch(Set.of(ETags.of(version)));
    }

    public boolean allows(long version) {
        return tags.contains(ANY) || tags.contains(ETags.of(version));
    }

    /// 412 when the thing has another version by now.
    public void requires(long version) {
        if (!allows(version)) {
            throw Refusal.stale();
        }
    }
}
