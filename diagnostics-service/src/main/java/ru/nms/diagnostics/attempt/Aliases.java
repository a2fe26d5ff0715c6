package ru.nms.diagnostics.attempt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import ru.nms.diagnostics.instrument.Option;
import ru.nms.diagnostics.instrument.Paper;
import ru.nms.diagnostics.scoring.Answer;

/// The codes under which one attempt shows what is to be ordered or paired. An author counts in the right order easily, and the
/// author's codes would tell it to whoever sorts by them. They follow from a secret of the attempt, so nothing else is stored, and
/// who has this source cannot undo them. Choices keep their codes: those are told in the order of the author anyway.
///
/// @param secret absent where the attempt began before there were aliases: its person holds a paper with the author's codes
record Aliases(UUID attempt, @Nullable UUID secret) {

    private static final String OPTIONS = "options";
    private static final String TARGETS = "targets";
    private static final int DIGITS = 12;

    static Aliases of(Attempt attempt) {
        return new Aliases(attempt.id(), attempt.secret());
    }

    /// The same each time the attempt is opened.
    Paper.Item shown(Paper.Item item) {
        return switch (item.kind()) {
            case ORDERING -> item.with(mixed(item, OPTIONS, item.options()), item.targets());
            case MATCHING -> item.with(renamed(item, OPTIONS, item.options()), mixed(item, TARGETS, item.targets()));
            case SINGLE_CHOICE, MULTIPLE_CHOICE, NUMBER, SHORT_TEXT, OPEN -> item;
        };
    }

    /// What an answer in aliases says in the author's codes.
    ///
    /// @param answer one that fits the task as it is shown
    Answer meant(Paper.Item item, Answer answer) {
        return translated(item, answer, codes(item, OPTIONS, item.options())::get, codes(item, TARGETS, item.targets())::get);
    }

    private Map<String, String> codes(Paper.Item item, String side, List<Option> options) {
        return options.stream().map(Option::code).collect(Collectors.toMap(code -> alias(item, side, code), code -> code));
    }

    /// Saved answers, for the person who gave them.
    List<SavedAnswer> told(List<SavedAnswer> saved, List<Paper.Item> tasks) {
        var byId = tasks.stream().collect(Collectors.toMap(Paper.Item::id, item -> item));
        return saved.stream().map(one -> {
            var item = byId.get(one.taskId());
            return item == null ? one : one.saying(translated(item, one.answer(), code -> alias(item, OPTIONS, code),
                    code -> alias(item, TARGETS, code)));
        }).toList();
    }

    private static Answer translated(Paper.Item item, Answer answer, UnaryOperator<String> option, UnaryOperator<String> target) {
        return switch (item.kind()) {
            case ORDERING -> answer.order() == null ? answer : Answer.order(answer.order().stream().map(option).toArray(String[]::new));
            case MATCHING -> answer.pairs() == null ? answer : Answer.pairs(paired(answer.pairs(), option, target));
            case SINGLE_CHOICE, MULTIPLE_CHOICE, NUMBER, SHORT_TEXT, OPEN -> answer;
        };
    }

    private static Map<String, String> paired(Map<String, String> pairs, UnaryOperator<String> option, UnaryOperator<String> target) {
        var other = new LinkedHashMap<String, String>();
        pairs.forEach((one, to) -> other.put(option.apply(one), target.apply(to)));
        return other;
    }

    private List<Option> mixed(Paper.Item item, String side, List<Option> options) {
        return renamed(item, side, options.stream().sorted(Comparator.comparing(option -> mark(item, side, option.code()))).toList());
    }

    private List<Option> renamed(Paper.Item item, String side, List<Option> options) {
        return options.stream().map(option -> new Option(alias(item, side, option.code()), option.text())).toList();
    }

    private String alias(Paper.Item item, String side, String code) {
        return secret == null ? code : mark(item, side, code);
    }

    /// The side tells an option from a target of the same code, which is often the right one.
    private String mark(Paper.Item item, String side, String code) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(Objects.requireNonNullElse(secret, attempt)), "HmacSHA256"));
            mac.update(bytes(item.id()));
            mac.update(side.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8))).substring(0, DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
