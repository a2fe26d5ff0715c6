package ru.nms.diagnostics.survey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The right to one ballot of a round. It follows from the secret of the round and the person, so whoever asks twice has
/// one ticket, and nothing has to be written down when it is given.
///
/// @param secret of the round
record Tickets(byte[] secret) {

    private static final int HALF = 16;

    String of(UUID person) {
        var bytes = ByteBuffer.allocate(HALF).putLong(person.getMostSignificantBits()).putLong(person.getLeastSignificantBits());
        var number = half("person", bytes.array());
        var ticket = ByteBuffer.allocate(2 * HALF).put(number).put(half("number", number)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ticket);
    }

    /// The number of a genuine ticket, by which it is known to be spent. Without the secret it says nothing.
    Optional<byte[]> number(String ticket) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(ticket.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (bytes.length != 2 * HALF) {
            return Optional.empty();
        }
        var number = Arrays.copyOf(bytes, HALF);
        return MessageDigest.isEqual(half("number", number), Arrays.copyOfRange(bytes, HALF, 2 * HALF))
                ? Optional.of(number) : Optional.empty();
    }

    private byte[] half(String use, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(bytes), HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }
}
