package dev.garrison.server;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.login.AccessToken;
import dev.garrison.login.BrowserSession;
import dev.garrison.login.Sessions;
import dev.garrison.login.TokenText;
import dev.garrison.server.api.ApiProblem;
import dev.garrison.server.api.ServerCode;
import dev.garrison.server.page.Dashboard;
import dev.garrison.server.page.FormAction;
import dev.garrison.server.page.Visit;
import dev.garrison.server.page.frame.Assets;
import dev.garrison.server.page.frame.Download;
import dev.garrison.server.page.frame.Links;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the pages to users who signed in with a browser, and accepts their forms. */
final class PageEndpoints {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSV = "text/csv; charset=utf-8";

  /** Address of the stream that tells open pages what has changed. */
  static final String EVENTS = "/events";

  private static final String SIGN_IN = "/signin";
  private static final String SIGN_OUT = "/signout";
  private static final String SIGNED_OUT = "out";
  private static final String LANGUAGE = "/language";
  private static final String DOCUMENTS = "/docs/";
  private static final String CSRF = "csrf";
  private static final int UNAUTHORIZED = 401;

  private final Dashboard dashboard;
  private final RequestLimits boundary;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final RequestBody bodies;
  private final LiveStreams streams;
  private final Optional<DocumentSite> documents;

  PageEndpoints(
      Dashboard dashboard,
      RequestLimits boundary,
      Sessions sessions,
      SessionCookie cookie,
      RequestBody bodies,
      LiveStreams streams,
      Optional<DocumentSite> documents) {
    this.dashboard = dashboard;
    this.boundary = boundary;
    this.sessions = sessions;
    this.cookie = cookie;
    this.bodies = bodies;
    this.streams = streams;
    this.documents = documents;
  }

  void register(JavalinConfig config) {
    dashboard.paths().forEach(path -> config.routes.get(path, context -> show(path, context)));
    dashboard
        .downloads()
        .forEach(file -> config.routes.get(file.path(), context -> download(file, context)));
    dashboard
        .actions()
        .forEach(action -> config.routes.post(action.path(), context -> act(action, context)));
    config.routes.get(SIGN_IN, context -> signIn(context, 200, Optional.empty()));
    config.routes.post(SIGN_IN, this::signedIn);
    config.routes.post(SIGN_OUT, this::signedOut);
    config.routes.post(LANGUAGE, this::language);
    config.routes.get(EVENTS, this::events);
    config.routes.get("/assets/{digest}/{name}", PageEndpoints::asset);
    config.routes.get("/docs", context -> context.redirect(DOCUMENTS, HttpStatus.SEE_OTHER));
    config.routes.get(DOCUMENTS, context -> document("", context));
    config.routes.get(
        DOCUMENTS + "<path>", context -> document(context.pathParam("path"), context));
  }

  /** A session with the token that began it, if both are still valid. */
  private record Present(String id, BrowserSession session, AccessToken caller) {}

  private Optional<Present> present(Context context) {
    return cookie.read(context).flatMap(id -> present(id, !isRefresh(context)));
  }

  private Optional<Present> present(String id, boolean byPerson) {
    return sessions
        .with(id, byPerson)
        .flatMap(session ->
            boundary.known(session.token()).map(caller -> new Present(id, session, caller)));
  }

  private void show(String path, Context context) {
    Optional<Present> present = admitted(context);
    if (present.isEmpty()) {
      return;
    }
    Present visitor = present.get();
    Dashboard.Answer answer = dashboard.show(path, visit(visitor, context));
    if (answer.address().isPresent()) {
      context.redirect(answer.address().get(), HttpStatus.SEE_OTHER);
      return;
    }
    html(context, 200, answer.html());
    if (visitor.session().notice().isPresent() && !isRefresh(context)) {
      sessions.say(visitor.id(), Optional.empty());
    }
  }

  /** Admits signed-in users, and sends all others to the sign-in page. */
  private Optional<Present> admitted(Context context) {
    Optional<Present> present = present(context);
    present.ifPresentOrElse(
        visitor -> boundary.count(visitor.caller()),
        () ->
            context.redirect(
                Links.to(SIGN_IN, Map.of("to", address(context))), HttpStatus.SEE_OTHER));
    return present;
  }

  private static Visit visit(Present visitor, Context context) {
    return new Visit(
        visitor.caller(),
        visitor.session().csrf(),
        visitor.session().notice(),
        context.pathParamMap(),
        context.queryParamMap(),
        address(context));
  }

  private void download(Download download, Context context) {
    admitted(context)
        .map(visitor -> dashboard.open(download, visit(visitor, context)))
        .ifPresent(content -> {
          context
              .header(
                  "Content-Disposition", "attachment; filename=\"%s\"".formatted(download.name()))
              .contentType(CSV);
          try (PrintWriter out =
              new PrintWriter(context.outputStream(), false, StandardCharsets.UTF_8)) {
            content.accept(out);
          }
        });
  }

  /** Whether a page requests its own update. */
  private static boolean isRefresh(Context context) {
    return context.header("Garrison-Refresh") != null;
  }

  private static String address(Context context) {
    return context.path()
        + Optional.ofNullable(context.queryString()).map(query -> "?" + query).orElse("");
  }

  private void act(FormAction action, Context context) {
    Present visitor = sender(context);
    Map<String, String> form = form(context, visitor);
    RequestLimits.require(visitor.caller(), action.role());
    FormAction.Done done = action.act(visitor.caller(), context.pathParamMap(), form);
    sessions.say(visitor.id(), Optional.of(done.words()));
    context.redirect(done.next(), HttpStatus.SEE_OTHER);
  }

  /** Sender of a form, which must come from a page of this service. */
  private Present sender(Context context) {
    requireOwnPage(context);
    Present visitor = present(context).orElseThrow(PageEndpoints::signedOff);
    RequestLimits.came(context, visitor.caller());
    boundary.count(visitor.caller());
    return visitor;
  }

  private Map<String, String> form(Context context, Present visitor) {
    Map<String, String> form = FormBody.fields(bodies.read(context, FormBody.MEDIA_TYPE));
    if (!MessageDigest.isEqual(
        bytes(form.getOrDefault(CSRF, "")), bytes(visitor.session().csrf()))) {
      throw foreign();
    }
    return form;
  }

  /**
   * Refuses forms of other sites. A page of another site can make a browser send a form, but cannot
   * claim that it comes from here.
   */
  private static void requireOwnPage(Context context) {
    if (!isOwn(
        context.header("Sec-Fetch-Site"),
        context.header("Origin"),
        "%s://%s".formatted(context.scheme(), context.header("Host")))) {
      throw foreign();
    }
  }

  static boolean isOwn(@Nullable String site, @Nullable String origin, String own) {
    return site != null ? site.equals("same-origin") : own.equals(origin);
  }

  private static ApiProblem foreign() {
    return ApiProblem.of(403, ServerCode.FORM_FOREIGN, Message.of("request.foreign-form"));
  }

  private void signIn(Context context, int status, Optional<String> problem) {
    html(
        context,
        status,
        dashboard.signIn(
            local(context.queryParam("to")),
            address(context),
            problem,
            context.queryParam(SIGNED_OUT) != null
                ? Optional.of(t("page.sign-in.signed-out"))
                : Optional.empty()));
  }

  private void signedIn(Context context) {
    requireOwnPage(context);
    Map<String, String> form = FormBody.fields(bodies.read(context, FormBody.MEDIA_TYPE));
    String to = local(form.get("to"));
    Optional<AccessToken> caller =
        boundary.signedIn(context, new TokenText(form.getOrDefault("token", "").strip()));
    if (caller.isEmpty()) {
      html(
          context,
          UNAUTHORIZED,
          dashboard.signIn(
              to,
              Links.to(SIGN_IN, Map.of("to", to)),
              Optional.of(t("page.sign-in.wrong")),
              Optional.empty()));
      return;
    }
    RequestLimits.came(context, caller.get());
    cookie.read(context).ifPresent(this::end);
    cookie.set(context, sessions.begin(caller.get()));
    context.redirect(to, HttpStatus.SEE_OTHER);
  }

  private void signedOut(Context context) {
    Present visitor = sender(context);
    form(context, visitor);
    end(visitor.id());
    cookie.clear(context);
    context.redirect(SIGN_IN + "?" + SIGNED_OUT, HttpStatus.SEE_OTHER);
  }

  /** Keeps the language that a person chose, and leads back to the page. */
  private void language(Context context) {
    requireOwnPage(context);
    Map<String, String> form = FormBody.fields(bodies.read(context, FormBody.MEDIA_TYPE));
    Language.of(form.getOrDefault(PageLanguage.COOKIE, ""))
        .ifPresent(language ->
            context
                .res()
                .addHeader(
                    "Set-Cookie", PageLanguage.cookie(language, context.scheme().equals("https"))));
    context.redirect(local(form.get("to")), HttpStatus.SEE_OTHER);
  }

  private void end(String id) {
    sessions.end(id);
    streams.wake(id);
  }

  /** Streams events to an open page, which do not extend its session. */
  private void events(Context context) {
    Present visitor =
        cookie
            .read(context)
            .flatMap(id -> present(id, false))
            .orElseThrow(PageEndpoints::signedOff);
    boundary.count(visitor.caller());
    long since =
        Optional.ofNullable(context.queryParam("since"))
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElseGet(streams::position);
    if (!context.method().equals(HandlerType.HEAD)) {
      streams.serve(context, visitor.id(), since, () -> present(visitor.id(), false).isPresent());
    }
  }

  private static ApiProblem signedOff() {
    return ApiProblem.of(UNAUTHORIZED, ServerCode.SIGN_IN_NEEDED, Message.of("request.signed-off"));
  }

  /**
   * A path of this service, or the start page. A link to this service therefore cannot redirect to
   * another site.
   */
  private static String local(@Nullable String to) {
    return to != null && to.matches("/(?:[A-Za-z0-9._~%?&=+-][A-Za-z0-9._~%?&=+/-]{0,500})?")
        ? to
        : "/";
  }

  private static void asset(Context context) {
    Assets.Asset asset =
        Assets.at(context.path())
            .orElseThrow(
                () -> ApiProblem.of(404, ServerCode.ROUTE_UNKNOWN, Message.of("request.no-asset")));
    context
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .contentType(asset.type())
        .result(asset.bytes());
  }

  /** Sends a file of the documentation to users who signed in. */
  private void document(String path, Context context) {
    if (admitted(context).isEmpty()) {
      return;
    }
    DocumentSite.Document document =
        documents
            .orElseThrow(() ->
                ApiProblem.of(404, ServerCode.DOCUMENTATION_MISSING, Message.of("request.no-docs")))
            .at(path)
            .orElseThrow(
                () -> ApiProblem.of(404, ServerCode.ROUTE_UNKNOWN, Message.of("request.no-doc")));
    SafeHeaders.OF_PAGES.forEach(context::header);
    context.contentType(document.type()).result(document.bytes());
  }

  /** Whether a problem is shown as a page, because the caller accepts HTML. */
  static boolean isForPeople(Context context) {
    return Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
  }

  void problem(Context context, int status, Diagnostic diagnostic) {
    boolean isForm = context.method().equals(HandlerType.POST);
    html(context, status, dashboard.problem(status, diagnostic, isForm ? "/" : address(context)));
  }

  private static void html(Context context, int status, String page) {
    SafeHeaders.OF_PAGES.forEach(context::header);
    context.status(status).contentType(HTML).result(PlainErrors.bytes(page));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
