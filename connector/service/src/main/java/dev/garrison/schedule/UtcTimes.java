package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the scheduler's times with their offset. The default conversion uses the zone of
 * the computer, and is wrong by an hour in the hour that is repeated in autumn.
 */
final class UtcTimes extends DefaultJdbcCustomization {
  UtcTimes() {
    super(true);
  }

  @Override
  public void setInstant(PreparedStatement statement, int position, @Nullable Instant time)
      throws SQLException {
    statement.setObject(position, time == null ? null : time.atOffset(ZoneOffset.UTC));
  }

  @Override
  public @Nullable Instant getInstant(ResultSet rows, String column) throws SQLException {
    OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  public String getName() {
    return "times with their offset";
  }
}
