package dev.garrison.wsus.servers;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.wsus.WsusServer;

/**
 * The text that WSUS keeps and its console shows as who did something: the account that writes, and
 * our mark.
 */
public final class AdminName {
  private final Mark mark;

  public AdminName(Mark mark) {
    this.mark = mark;
  }

  /** On this server. */
  public String on(WsusServer server) {
    SignIn signIn = server.access().signIn();
    return mark.after(signIn.writer().or(signIn::account).map(Account::user).orElse("Garrison"));
  }
}
