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

  /** Whether approvals move to new revisions. */
  public boolean autoRefresh() {
    return autoRefresh;
  }

  /** Sets whether approvals move to new revisions. */
  public void autoRefresh(boolean value) {
    autoRefresh = value;
  }

  /** Whether expired updates are declined. */
  public boolean declinesExpired() {
    return declinesExpired;
  }

  /** Sets whether expired updates are declined. */
  public void declinesExpired(boolean value) {
    declinesExpired = value;
  }

  /** Whether an approval that moves to a new revision keeps its approver's name. */
  public boolean refreshKeepsAdminName() {
    return refreshKeepsAdminName;
  }

  /** Sets whether an approval that moves to a new revision keeps its approver's name. */
  public void refreshKeepsAdminName(boolean value) {
    refreshKeepsAdminName = value;
  }

  /** Whether clients download from Microsoft, so that this server downloads nothing. */
  public boolean contentOnMicrosoftUpdate() {
    return contentOnMicrosoftUpdate;
  }

  /** Sets whether clients download from Microsoft. */
  public void contentOnMicrosoftUpdate(boolean value) {
    contentOnMicrosoftUpdate = value;
  }

  /** Working time of a synchronization. */
  public Duration syncTime() {
    return syncTime;
  }

  /** Sets the working time of a synchronization. */
  public void syncTime(Duration value) {
    syncTime = value;
  }

  /** Download time for the files of one update. */
  public Duration downloadTime() {
    return downloadTime;
  }

  /** Sets the download time for the files of one update. */
  public void downloadTime(Duration value) {
    downloadTime = value;
  }
}
