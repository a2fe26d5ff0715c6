package ru.nms.platform.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;

/// Cursors that a caller can keep but not make: a position, signed together with what it belongs to. They carry no
/// authority; the scope is applied anew on every page.
public final class Cursors {

    private static final int SIGNATURE = 16;
    private static final char SEPARATOR = '\n';

    private final SecretKeySpec key;

    public Cursors(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /// @param value the sort value of the last row that was shown
    /// @param id    its id
    public record Position(String value, String id) {}

    /// @param belongsTo what the position is a position in
    public String seal(Position position, String belongsTo) {
        byte[] content = (position.value() + SEPARATOR + position.id()).getBytes(UTF_8);
        byte[] sealed = Arrays.copyOf(signature(content, belongsTo), SIGNATURE + content.length);
        System.arraycopy(content, 0, sealed, SIGNATURE, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// @throws Refusal 400 when the cursor was not made here, or belongs to another list, order or filter
    public Position open(String cursor, String belongsTo) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length < SIGNATURE) {
                throw refused();
            }
            byte[] content = Arrays.copyOfRange(sealed, SIGNATURE, sealed.length);
            if (MessageDigest.isEqual(signature(content, belongsTo), Arrays.copyOf(sealed, SIGNATURE))) {
                var text = new String(content, UTF_8);
                int at = text.lastIndexOf(SEPARATOR);
                return new Position(text.substring(0, at), text.substring(at + 1));
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    private static Refusal refused() {
        return Refusal.malformed(Fault.at("after", "foreign-cursor"));
    }

    private byte[] signature(byte[] content, String belongsTo) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(belongsTo.getBytes(UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }
}
