package dev.winnow.aws;

import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The part of S3's protocol that we use: buckets by path, objects with ETags and conditional reads. */
final class ObjectServer {
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(byte[] body, String etag) {}

    private final Map<String, Stored> objects = new ConcurrentHashMap<>();

    Reply handle(Request request) {
        String path = request.path().replaceAll("\\?.*", "");
        boolean bucket = path.indexOf('/', 1) < 0;
        return switch (request.method()) {
            case "PUT" -> bucket ? Reply.empty(200, Map.of()) : put(path, request);
            case "GET", "HEAD" -> bucket ? Reply.empty(200, Map.of()) : get(path, request);
            case "DELETE" -> {
                objects.remove(path);
                yield Reply.empty(204, Map.of());
            }
            default -> Reply.empty(405, Map.of());
        };
    }

    private Reply put(String path, Request request) {
        byte[] body = request.header("x-amz-content-sha256").startsWith("STREAMING-")
                ? unchunked(request.body())
                : request.body();
        String etag = "\"" + HexFormat.of().formatHex(md5(body)) + "\"";
        if (request.header("If-None-Match").equals("*") && objects.containsKey(path)) {
            return error(412, "PreconditionFailed");
        }
        objects.put(path, new Stored(body, etag));
        return Reply.empty(200, Map.of("ETag", etag));
    }

    private Reply get(String path, Request request) {
        Stored stored = objects.get(path);
        if (stored == null) {
            return error(404, "NoSuchKey");
        }
        if (stored.etag().equals(request.header("If-None-Match"))) {
            return Reply.empty(304, Map.of("ETag", stored.etag()));
        }
        byte[] body = request.method().equals("HEAD") ? new byte[0] : stored.body();
        return new Reply(200, Map.of("ETag", stored.etag(), "Content-Type", "binary/octet-stream"), body);
    }

    /** The {@code aws-chunked} encoding: chunks with their size in front, as in HTTP, inside the body. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            String line = new String(body, at, lineEnd - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(line.replaceAll(";.*", ""), 16);
            if (size == 0) {
                return out.toByteArray();
            }
            out.write(body, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }

    private static Reply error(int status, String code) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code></Error>";
        return new Reply(status, Map.of("Content-Type", "application/xml"), xml.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] md5(byte[] body) {
        try {
            return MessageDigest.getInstance("MD5").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
