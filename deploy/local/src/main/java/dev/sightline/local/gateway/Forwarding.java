package dev.sightline.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;

/**
 * What happens to a request on its way to a service and to the answer on its way back: the body is metered, the caller's
 * address and the public host are handed on, and a service that is away or silent becomes an answer of the gateway's own.
 */
final class Forwarding implements ProxyInterceptor {

    private final String service;
    private final Kind kind;

    Forwarding(String service, Kind kind) {
        this.service = service;
        this.kind = kind;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        MeteredBody body = new MeteredBody(request.getBody().stream(), kind.bodyLimit());
        request.setBody(Body.body(body, request.getBody().length()));
        identify(request);
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(refuse(request, problem(failure, body))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        if (kind.cors()) {
            context.response().headers().names().stream()
                    .filter(Cors::owns)
                    .toList()
                    .forEach(context.response().headers()::remove);
        }
        return context.sendResponse();
    }

    /** The public host stays the host, because services build their page links from it. */
    private static void identify(ProxyRequest request) {
        HttpServerRequest received = request.proxiedRequest();
        request.setAuthority(received.authority());
        request.putHeader("x-forwarded-host", received.authority().toString());
        request.putHeader("x-forwarded-proto", received.scheme());
        String before = received.getHeader("x-forwarded-for");
        String caller = received.remoteAddress().hostAddress();
        request.putHeader("x-forwarded-for", before == null ? caller : before + ", " + caller);
        request.headers().remove(HttpHeaders.EXPECT);
    }

    private Problem problem(Throwable failure, MeteredBody body) {
        if (body.exceeded()) {
            return Problem.tooLarge(kind);
        }
        return failure instanceof TimeoutException ? Problem.silent(service) : Problem.unreachable(service);
    }

    private ProxyResponse refuse(ProxyRequest request, Problem problem) {
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, kind.refusal().contentType())
                .setBody(Body.body(Buffer.buffer(kind.refusal().body(problem))));
    }
}
