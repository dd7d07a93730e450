package dev.garrison.lab.wsus.state;

import java.time.Duration;

/** Settings of an update server, made by an administrator. Guarded by the servers' lock. */
public final class Settings {
  private boolean initialized = true;
  private boolean autoRefresh = true;
  private boolean declinesExpired = true;
  private boolean refreshKeepsAdminName;
  private boolean contentOnMicrosoftUpdate;
  private Duration syncTime = Duration.ofMinutes(2);
  private Duration downloadTime = Duration.ofMinutes(3);

  /** Whether the first configuration was finished. */
  public boolean initialized() {
    return initialized;
  }

  /** Sets whether the first configuration was finished. */
  public void initialized(boolean value) {
    initialized = value;
  }

  /** Whether approvals follow to new revisions. */
  public boolean autoRefresh() {
    return autoRefresh;
  }

  /** Sets whether approvals follow to new revisions. */
  public void autoRefresh(boolean value) {
    autoRefresh = value;
  }

  /** Whether what expires is declined. */
  public boolean declinesExpired() {
    return declinesExpired;
  }

  /** Sets whether what expires is declined. */
  public void declinesExpired(boolean value) {
    declinesExpired = value;
  }

  /** Whether an approval that follows to a new revision keeps the name of who made it. */
  public boolean refreshKeepsAdminName() {
    return refreshKeepsAdminName;
  }

  /** Sets whether an approval that follows to a new revision keeps the name of who made it. */
  public void refreshKeepsAdminName(boolean value) {
    refreshKeepsAdminName = value;
  }

  /** Whether clients load from Microsoft, so that nothing is downloaded here. */
  public boolean contentOnMicrosoftUpdate() {
    return contentOnMicrosoftUpdate;
  }

  /** Sets whether clients load from Microsoft. */
  public void contentOnMicrosoftUpdate(boolean value) {
    contentOnMicrosoftUpdate = value;
  }

  /** How long a synchronisation works. */
  public Duration syncTime() {
    return syncTime;
  }

  /** Sets how long a synchronisation works. */
  public void syncTime(Duration value) {
    syncTime = value;
  }

  /** How long the files of one update take to arrive. */
  public Duration downloadTime() {
    return downloadTime;
  }

  /** Sets how long the files of one update take to arrive. */
  public void downloadTime(Duration value) {
    downloadTime = value;
  }
}
