package dev.garrison.connection.kerberos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;

/**
 * Gets the first ticket of an identity and keeps it while it is valid. No JAAS file is read; the
 * realm and its KDCs are read from {@code krb5.conf} again at each login.
 */
public final class KerberosLogin implements TicketSource {
  private final KerberosIdentity identity;
  private @Nullable Subject current;

  public KerberosLogin(KerberosIdentity identity) {
    this.identity = identity;
  }

  @Override
  public TicketHolder holder() {
    return TicketHolder.of(subject());
  }

  private synchronized Subject subject() {
    if (current != null && ticket(current).filter(KerberosTicket::isCurrent).isPresent()) {
      return current;
    }
    Subject fresh = new Subject();
    try {
      LoginContext login =
          new LoginContext("garrison", fresh, this::answer, configuration(options()));
      login.login();
    } catch (LoginException e) {
      throw KerberosFailure.ofLogin(identity, e);
    }
    if (ticket(fresh).filter(KerberosTicket::isCurrent).isEmpty()) {
      throw KerberosFailure.noTicket(identity);
    }
    current = fresh;
    return fresh;
  }

  @Override
  public synchronized void forget() {
    current = null;
  }

  private static Optional<KerberosTicket> ticket(Subject subject) {
    return subject.getPrivateCredentials(KerberosTicket.class).stream()
        .filter(ticket -> !ticket.isDestroyed())
        .filter(ticket -> ticket.getServer().getName().startsWith("krbtgt/"))
        .findFirst();
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    options.put("refreshKrb5Config", "true");
    options.put("isInitiator", "true");
    switch (identity) {
      case KerberosIdentity.Password password -> options.put("principal", password.principal());
      case KerberosIdentity.Keytab keytab -> {
        options.put("principal", keytab.principal());
        options.put("useKeyTab", "true");
        options.put("keyTab", keytab.file().toString());
        options.put("doNotPrompt", "true");
      }
      case KerberosIdentity.TicketCache cache -> {
        options.put("useTicketCache", "true");
        options.put("doNotPrompt", "true");
        cache.file().ifPresent(file -> options.put("ticketCache", file.toString()));
      }
    }
    return options;
  }

  private static Configuration configuration(Map<String, String> options) {
    AppConfigurationEntry entry =
        new AppConfigurationEntry(
            "com.sun.security.auth.module.Krb5LoginModule",
            LoginModuleControlFlag.REQUIRED,
            options);
    return new Configuration() {
      @Override
      public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
        return new AppConfigurationEntry[] {entry};
      }
    };
  }

  /** Answers the requests of {@link CallbackHandler}. */
  private void answer(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
    for (Callback callback : callbacks) {
      if (!(callback instanceof PasswordCallback wanted)
          || !(identity instanceof KerberosIdentity.Password known)) {
        throw new UnsupportedCallbackException(callback);
      }
      char[] characters =
          known
              .password()
              .get()
              .useUp(bytes -> {
                var decoded = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
                char[] copy = Arrays.copyOf(decoded.array(), decoded.length());
                Arrays.fill(decoded.array(), '\0');
                return copy;
              });
      wanted.setPassword(characters);
      Arrays.fill(characters, '\0');
    }
  }
}
