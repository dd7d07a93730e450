package dev.garrison.clientscript;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.security.auth.login.FailedLoginException;

/**
 * The customer's key and certificate for signing code.
 *
 * @param key which never leaves a token
 * @param chain the signer's certificate first
 * @param provider the provider that can use the key; absent if any can
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain, Optional<Provider> provider) {
  private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

  public SigningKey {
    chain = List.copyOf(chain);
  }

  /** Storage of the key. */
  public sealed interface Place {
    /** A PKCS#12 file, such as Windows exports with the ending pfx. */
    record Pkcs12(Path file) implements Place {}

    /** A token or HSM: the file configures the JDK's provider, with its library and slot. */
    record Pkcs11(Path configuration) implements Place {}
  }

  /**
   * Opens the key.
   *
   * @param alias the entry to use; needed only if there are several
   * @param password of the file, or the token's PIN; it is used up
   * @throws RefusalException when there is none, or its certificate may not sign code now
   */
  public static SigningKey open(Place place, Optional<String> alias, Secret password, Instant now) {
    try {
      SigningKey found =
          withCharacters(
              password,
              characters ->
                  switch (place) {
                    case Place.Pkcs12(Path file) -> of(pkcs12(file, characters), alias, characters);
                    case Place.Pkcs11(Path configuration) -> {
                      Provider provider = provider(configuration);
                      yield of(pkcs11(provider, characters), alias, characters).through(provider);
                    }
                  });
      found.requireForCode(now);
      return found;
    } catch (UnusableException e) {
      throw new RefusalException(
          Diagnostic.error(
              ClientScriptCode.SIGNING_KEY_UNUSABLE,
              Message.of("signing-key.unusable", "file", name(place), "reason", e.why)),
          e);
    }
  }

  private static Path name(Place place) {
    return switch (place) {
      case Place.Pkcs12(Path file) -> file;
      case Place.Pkcs11(Path configuration) -> configuration;
    };
  }

  private static <R> R withCharacters(Secret password, Function<char[], R> use) {
    return password.useUp(bytes -> {
      char[] characters = new String(bytes, StandardCharsets.UTF_8).toCharArray();
      try {
        return use.apply(characters);
      } finally {
        Arrays.fill(characters, '\0');
      }
    });
  }

  private static KeyStore pkcs12(Path file, char[] password) {
    try (InputStream stream = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(stream, password);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableException(e);
    }
  }

  private static Provider provider(Path configuration) {
    try {
      return Security.getProvider("SunPKCS11").configure(configuration.toString());
    } catch (InvalidParameterException | UnsupportedOperationException | ProviderException e) {
      throw new UnusableException(e);
    }
  }

  private static KeyStore pkcs11(Provider provider, char[] pin) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new UnusableException(e);
    }
  }

  private static SigningKey of(KeyStore store, Optional<String> wanted, char[] password) {
    try {
      List<String> aliases =
          Collections.list(store.aliases()).stream().filter(name -> isKey(store, name)).toList();
      String alias = wanted.orElseGet(() -> only(aliases));
      if (!aliases.contains(alias)) {
        throw new UnusableException(
            Text.of("signing-key.alias-missing", "alias", alias, "aliases", aliases));
      }
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate certificate : store.getCertificateChain(alias)) {
        chain.add((X509Certificate) certificate);
      }
      return new SigningKey((PrivateKey) store.getKey(alias, password), chain, Optional.empty());
    } catch (GeneralSecurityException e) {
      throw new UnusableException(e);
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class);
    } catch (GeneralSecurityException e) {
      throw new UnusableException(e);
    }
  }

  private static String only(List<String> aliases) {
    if (aliases.isEmpty()) {
      throw new UnusableException(Text.of("signing-key.missing"));
    }
    if (aliases.size() > 1) {
      throw new RefusalException(
          Diagnostic.error(
              ClientScriptCode.SIGNING_KEY_AMBIGUOUS,
              Message.of("signing-key.ambiguous", "count", aliases.size(), "aliases", aliases)));
    }
    return aliases.getFirst();
  }

  private SigningKey through(Provider provider) {
    return new SigningKey(key, chain, Optional.of(provider));
  }

  private void requireForCode(Instant now) {
    X509Certificate certificate = chain.getFirst();
    try {
      certificate.checkValidity(Date.from(now));
      List<String> uses = Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
      if (uses.contains(CODE_SIGNING)) {
        return;
      }
      throw notForCode(Text.of("signing-certificate.not-for-code", "subject", subject()));
    } catch (CertificateExpiredException e) {
      throw notForCode(
          Text.of(
              "signing-certificate.expired",
              "subject",
              subject(),
              "at",
              certificate.getNotAfter().toInstant()));
    } catch (CertificateNotYetValidException e) {
      throw notForCode(
          Text.of(
              "signing-certificate.not-yet-valid",
              "subject",
              subject(),
              "at",
              certificate.getNotBefore().toInstant()));
    } catch (GeneralSecurityException e) {
      throw new UnusableException(e);
    }
  }

  private String subject() {
    return chain.getFirst().getSubjectX500Principal().toString();
  }

  private static RefusalException notForCode(Text problem) {
    return new RefusalException(
        Diagnostic.error(
            ClientScriptCode.SIGNER_NOT_FOR_CODE,
            new Message(problem, Text.of("signing-certificate.use-another"))));
  }

  /** Reports the message of the underlying failure. */
  private static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text why;

    UnusableException(Exception cause) {
      super(cause);
      this.why = why(cause);
    }

    UnusableException(Text why) {
      super(why.toString());
      this.why = why;
    }

    private static Text why(Throwable failure) {
      Throwable at = failure;
      while (at.getCause() != null && !isWrongPassword(at)) {
        at = at.getCause();
      }
      if (isWrongPassword(at)) {
        return Text.of("signing-key.password-wrong");
      }
      return at instanceof NoSuchFileException
          ? Text.of("local-file.missing")
          : Text.verbatim(String.valueOf(at.getMessage()));
    }

    private static boolean isWrongPassword(Throwable failure) {
      return failure instanceof UnrecoverableKeyException
          || failure instanceof FailedLoginException;
    }
  }
}
