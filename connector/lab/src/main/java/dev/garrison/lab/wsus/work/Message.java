package dev.garrison.lab.wsus.work;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;

/** Messages of the server's refusals. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (names and constants of Microsoft's assemblies)",
    says =
        "WSUS: messages of faults are Microsoft's English texts. German and Japanese servers say the same in their language; those translations are the lab's.")
public enum Message {
  /** Code 47: the server is a replica. */
  REPLICA(
      "Cannot perform this action when the server is in replica mode",
      "Diese Aktion kann nicht ausgeführt werden, wenn sich der Server im Replikatmodus befindet.",
      "サーバーがレプリカ モードの場合、この操作は実行できません。"),
  /** The update is expired. */
  EXPIRED(
      "The specified update cannot be used because it has been expired by its publisher.",
      "Das angegebene Update kann nicht verwendet werden, da es vom Herausgeber als abgelaufen markiert wurde.",
      "発行元によって期限切れにされたため、指定された更新プログラムは使用できません。"),
  /** Code 43: the license terms are not accepted. */
  EULA(
      "This Update has Microsoft Software License Terms that must be accepted before it can be deployed.",
      "Für dieses Update müssen die Microsoft-Softwarelizenzbedingungen akzeptiert werden, bevor es bereitgestellt werden kann.",
      "この更新プログラムを展開するには、マイクロソフト ソフトウェア ライセンス条項に同意する必要があります。"),
  /** A deadline is not possible for an update that asks the user. */
  DEADLINE(
      "A deadline cannot be applied to an update that requires user input.",
      "Für ein Update, das eine Benutzereingabe erfordert, kann kein Stichtag festgelegt werden.",
      "ユーザー入力を必要とする更新プログラムに期限を適用することはできません。"),
  /** Code 45: the approval is not valid for the group. */
  INVALID_FOR_GROUP(
      "The desired update approval is not valid for the specified computer target group.",
      "Die gewünschte Updategenehmigung ist für die angegebene Computerzielgruppe ungültig.",
      "指定されたコンピューター ターゲット グループに対して、この更新プログラムの承認は無効です。"),
  /** The group does not exist. */
  NO_GROUP(
      "The target group for this deployment could not be found.",
      "Die Zielgruppe für diese Bereitstellung wurde nicht gefunden.",
      "この展開のターゲット グループが見つかりませんでした。"),
  /** The update does not exist. */
  NO_UPDATE(
      "The specified update cannot be found.",
      "Das angegebene Update wurde nicht gefunden.",
      "指定された更新プログラムが見つかりません。"),
  /** An item does not exist. */
  NO_ITEM(
      "The specified item could not be found in the database.",
      "Das angegebene Element wurde in der Datenbank nicht gefunden.",
      "指定された項目がデータベースに見つかりませんでした。"),
  /** Code 41: the item already exists. */
  ITEM_EXISTS(
      "The specified item already exists in the database.",
      "Das angegebene Element ist in der Datenbank bereits vorhanden.",
      "指定された項目は既にデータベースに存在します。"),
  /** A synchronization is running. */
  SYNC_RUNNING(
      "Cannot save configuration because the server subscription is currently running.",
      "Die Konfiguration kann nicht gespeichert werden, da das Serverabonnement derzeit ausgeführt wird.",
      "サーバーのサブスクリプションが実行中のため、構成を保存できません。"),
  /** The last change is still being processed. */
  SAVE_RUNNING(
      "Cannot save configuration because the server is still processing a previous configuration change.",
      "Die Konfiguration kann nicht gespeichert werden, da der Server noch eine vorherige Konfigurationsänderung verarbeitet.",
      "サーバーが以前の構成の変更を処理中のため、構成を保存できません。"),
  /** The categories come from another server. */
  UPSTREAM_CATEGORIES(
      "Cannot set update classifications or categories on subscription when syncing from upstream WSUS Server.",
      "Updateklassifizierungen oder -kategorien können nicht festgelegt werden, wenn mit einem Upstream-WSUS-Server synchronisiert wird.",
      "アップストリーム WSUS サーバーから同期している場合、更新の分類またはカテゴリを設定することはできません。"),
  /** The server is under heavy load. */
  BUSY(
      "The server has refused the connection because it is temporarily experiencing heavy load. Please try again later.",
      "Der Server hat die Verbindung verweigert, da er vorübergehend stark ausgelastet ist. Versuchen Sie es später erneut.",
      "一時的に負荷が高いため、サーバーは接続を拒否しました。後でもう一度実行してください。"),
  /** A deadlock in the database. */
  DEADLOCK(
      "Transaction (Process ID 87) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction.",
      "Die Transaktion (Prozess-ID 87) befand sich auf Sperre Ressourcen aufgrund eines anderen Prozesses in einer Deadlocksituation und wurde als Deadlockopfer ausgewählt. Führen Sie die Transaktion erneut aus.",
      "トランザクション (プロセス ID 87) が、ロック個のリソースで他のプロセスとデッドロックして、このトランザクションがそのデッドロックの対象となりました。トランザクションを再実行してください。"),
  /** The role lacks a right. */
  NO_RIGHT(
      "Request for principal permission failed.",
      "Fehler bei der Anforderung der Prinzipalberechtigung.",
      "プリンシパル アクセス許可の要求に失敗しました。");

  private final String english;
  private final String german;
  private final String japanese;

  Message(String english, String german, String japanese) {
    this.english = english;
    this.german = german;
    this.japanese = japanese;
  }

  /** Text in a server's language; English if the lab has no other. */
  public String in(String language) {
    return switch (language) {
      case "de" -> german;
      case "ja" -> japanese;
      default -> english;
    };
  }
}
