package dev.garrison.server;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.manifest.service.ServerSection.TlsFiles;
import dev.garrison.secret.PrivateFile;
import dev.garrison.server.api.ServerCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a certificate and its key from PEM files, as all authorities and tools write them. */
final class CertificateFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /** Types of key, and the signature algorithm of each. */
  private static final Map<String, String> KINDS =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private static final int NONCE_BYTES = 32;

  private final TlsFiles files;

  CertificateFiles(TlsFiles files) {
    this.files = files;
  }

  /**
   * Certificate and key as they are now.
   *
   * @param digest of both files
   */
  record Loaded(KeyStore keys, Sha256 digest) {}

  /**
   * Reads both files.
   *
   * @throws RefusalException where they cannot be used
   */
  Loaded load() {
    try {
      PrivateFile.require(files.key());
      byte[] certificate = Files.readAllBytes(files.certificate());
      byte[] key = Files.readAllBytes(files.key());
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(certificate))
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw unusable(Message.of("server-certificate.none", "file", files.certificate()), null);
      }
      PrivateKey secret = key(new String(key, StandardCharsets.ISO_8859_1));
      if (!fit(chain[0].getPublicKey(), secret)) {
        throw unusable(
            Message.of(
                "server-certificate.other-key", "file", files.certificate(), "key", files.key()),
            null);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", secret, new char[0], chain);
      return new Loaded(store, Sha256.of(Sha256.of(certificate).hex() + Sha256.of(key).hex()));
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(
          Message.of("server-certificate.unreadable", "file", files.certificate(), "reason", e), e);
    }
  }

  private PrivateKey key(String text) throws GeneralSecurityException {
    Matcher pem = KEY.matcher(text);
    if (!pem.find()) {
      throw unusable(Message.of("server-certificate.no-key", "file", files.key()), null);
    }
    byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(encoded);
      for (String kind : KINDS.keySet()) {
        Optional<PrivateKey> key = key(kind, spec);
        if (key.isPresent()) {
          return key.get();
        }
      }
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
    throw unusable(Message.of("server-certificate.key-kind", "file", files.key()), null);
  }

  private static Optional<PrivateKey> key(String kind, PKCS8EncodedKeySpec spec)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(kind).generatePrivate(spec));
    } catch (InvalidKeySpecException anotherKind) {
      return Optional.empty();
    }
  }

  /** Whether the public key verifies a signature of the private key. */
  private static boolean fit(PublicKey known, PrivateKey secret) throws GeneralSecurityException {
    if (!known.getAlgorithm().equals(secret.getAlgorithm())) {
      return false;
    }
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    Signature signature =
        Signature.getInstance(Objects.requireNonNull(KINDS.get(secret.getAlgorithm())));
    signature.initSign(secret);
    signature.update(nonce);
    byte[] signed = signature.sign();
    signature.initVerify(known);
    signature.update(nonce);
    try {
      return signature.verify(signed);
    } catch (SignatureException ofAnotherLength) {
      return false;
    }
  }

  private static RefusalException unusable(Message message, @Nullable Exception cause) {
    Diagnostic diagnostic = Diagnostic.error(ServerCode.CERTIFICATE_UNUSABLE, message);
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }
}
