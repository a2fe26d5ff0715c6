package ru.nms.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;

/// A request that is understood and refused. Thrown by rules and stores; `platform` alone turns it into
/// `application/problem+json`. The code is the last part of the problem's `type` and the key of its texts.
public final class Refusal extends RuntimeException {

    private final transient HttpStatus status;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> more;

    private Refusal(HttpStatus status, String code, List<Object> args, List<Fault> faults, Map<String, Object> more) {
        super(code, null, false, false);   // expected and frequent: a stack trace would only cost
        this.status = status;
        this.code = code;
        this.args = args;
        this.faults = faults;
        this.more = more;
    }

    public static Refusal of(HttpStatus status, String code, Object... args) {
        return new Refusal(status, code, List.of(args), List.of(), Map.of());
    }

    /// 404. The same for a thing that does not exist and for one that the caller may not see.
    public static Refusal notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", what);
    }

    /// 409: the state of the thing does not allow it.
    public static Refusal conflict(String code, Object... args) {
        return of(HttpStatus.CONFLICT, code, args);
    }

    /// 422: well-formed, but against the rules. Carries every fault at once.
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "invalid", List.of(), List.copyOf(faults), Map.of());
    }

    public static Refusal invalid(Fault fault) {
        return invalid(List.of(fault));
    }

    /// 400: the request cannot be read as what it claims to be.
    public static Refusal malformed(Fault... faults) {
        return new Refusal(HttpStatus.BAD_REQUEST, "malformed", List.of(), List.of(faults), Map.of());
    }

    /// 403: the caller is known, and this is not theirs to do.
    public static Refusal forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden");
    }

    /// 412: `If-Match` names a version that is no longer the newest.
    public static Refusal stale() {
        return of(HttpStatus.PRECONDITION_FAILED, "stale");
    }

    /// Adds a member to the problem, for example `possible: [...]`.
    public Refusal with(String member, Object value) {
        var members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Refusal(status, code, args, faults, members);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> more() {
        return more;
    }

    /// Gathers faults so that all of them are told at once.
    public static final class Faults {

        private final List<Fault> found = new ArrayList<>();

        public Faults unless(boolean holds, Fault fault) {
            if (!holds) {
                found.add(fault);
            }
            return this;
        }

        public Faults addAll(List<Fault> faults) {
            found.addAll(faults);
            return this;
        }

        public List<Fault> found() {
            return List.copyOf(found);
        }

        public void refuse() {
            if (!found.isEmpty()) {
                throw invalid(found);
            }
        }
    }
}
