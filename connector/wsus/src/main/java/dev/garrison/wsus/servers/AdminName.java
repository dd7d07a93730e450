package dev.garrison.wsus.servers;

import dev.garrison.engine.resource.Mark;
import dev.garrison.manifest.value.Account;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.wsus.WsusServer;

/** Author of a change as WSUS stores and shows it: the account that writes, and Garrison's mark. */
public final class AdminName {
  private final Mark mark;

  public AdminName(Mark mark) {
    this.mark = mark;
  }

  /** Text for changes on this server. */
  public String on(WsusServer server) {
    SignIn signIn = server.access().signIn();
    return mark.after(signIn.writer().or(signIn::account).map(Account::user).orElse("Garrison"));
  }
}
