package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.digest.Sha256;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Tokens in the database of jobs. */
final class KeptTokens implements TokenStore {
  private final HistoryDatabase database;

  KeptTokens(HistoryDatabase database) {
    this.database = database;
  }

  @Override
  public List<AccessToken> all() {
    return database.with(handle ->
        handle
            .createQuery("select * from access_token order by name")
            .map((rows, _) -> token(rows))
            .list());
  }

  private static AccessToken token(ResultSet rows) throws SQLException {
    return new AccessToken(
        rows.getString("name"),
        Worded.required(Role.class, rows.getString("role")),
        new Sha256(rows.getString("digest")),
        Times.read(rows, "created"),
        rows.getString("created_by"),
        Times.read(rows, "expires"),
        Optional.ofNullable(rows.getObject("last_used", LocalDate.class)),
        Times.readable(rows, "revoked"));
  }

  @Override
  public boolean add(AccessToken token) {
    return database.change(
        EnumSet.of(HistoryPart.HEALTH),
        handle -> {
          boolean taken =
              handle
                  .createQuery("select 1 from access_token where name = :name")
                  .bind("name", token.name())
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (!taken) {
            handle
                .createUpdate(
                    """
                    insert into access_token (name, role, digest, created, created_by, expires)
                    values (:name, :role, :digest, :created, :by, :expires)
                    """)
                .bind("name", token.name())
                .bind("role", token.role().word())
                .bind("digest", token.digest().hex())
                .bind("created", token.created())
                .bind("by", token.createdBy())
                .bind("expires", token.expires())
                .execute();
          }
          return !taken;
        });
  }

  @Override
  public boolean revoke(String name, Instant now, String who) {
    return database.change(
            EnumSet.of(HistoryPart.HEALTH),
            handle ->
                handle
                    .createUpdate(
                        "update access_token set revoked = :now, revoked_by = :who where name = :name and revoked is null")
                    .bind("now", now)
                    .bind("who", who)
                    .bind("name", name)
                    .execute())
        > 0;
  }

  @Override
  public void used(String name, LocalDate day) {
    database.with(handle ->
        handle
            .createUpdate("update access_token set last_used = :day where name = :name")
            .bind("day", day)
            .bind("name", name)
            .execute());
  }
}
