package ru.nms.registry.identifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals with AES-256-GCM, bound to the person, so that a sealed value moved to another row does not open; hashes with
/// HMAC-SHA-256 under another key, so that equal values are found without opening any.
final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;

    Vault(byte[] key) {
        this.sealing = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "nms identifiers: seal"), "AES");
        this.hashing = new SecretKeySpec(mac(new SecretKeySpec(key, "HmacSHA256"), "nms identifiers: find"), "HmacSHA256");
    }

    byte[] seal(UUID person, String value) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, person, nonce, value.getBytes(UTF_8));
        var all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return all;
    }

    String open(UUID person, byte[] sealed) {
        return new String(crypt(Cipher.DECRYPT_MODE, person, Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length)), UTF_8);
    }

    byte[] hash(String value) {
        return mac(hashing, value);
    }

    private byte[] crypt(int mode, UUID person, byte[] nonce, byte[] value) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.toString().getBytes(UTF_8));
            return cipher.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An identifier cannot be opened with this key.", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }
}
