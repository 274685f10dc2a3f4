package dev.winnow.aws;

import dev.winnow.aws.Http.Reply;
import dev.winnow.aws.Http.Request;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The part of S3's protocol that we use: buckets by path, objects with ETags and conditional reads. */
final class ObjectServer {
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(byte[] body, String etag) {}

    private final Map<String, Stored> objects = new ConcurrentHashMap<>();

    Reply handle(Request request) {
        String path = URLDecoder.decode(request.path().replaceAll("\\?.*", ""), StandardCharsets.UTF_8);
        boolean bucket = path.indexOf('/', 1) < 0;
        return switch (request.method()) {
            case "PUT" -> bucket ? Reply.empty(200, Map.of()) : put(path, request);
            case "GET" -> bucket || path.endsWith("/") ? list(path, request) : get(path, request);
            case "HEAD" -> bucket ? Reply.empty(200, Map.of()) : get(path, request);
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

    /** ListObjectsV2 in the order of keys, without a continuation token: our adapters go on after the last key. */
    private Reply list(String path, Request request) {
        Map<String, String> query = queryOf(request.path());
        String bucket = path.replaceAll("/$", "") + "/";
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(bucket + query.getOrDefault("prefix", "")))
                .map(key -> key.substring(bucket.length()))
                .filter(key -> key.compareTo(query.getOrDefault("start-after", "")) > 0)
                .sorted()
                .toList();
        StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>")
                .append(keys.size() > most)
                .append("</IsTruncated>");
        keys.stream()
                .limit(most)
                .forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
        return new Reply(
                200,
                Map.of("Content-Type", "application/xml"),
                xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> queryOf(String target) {
        Map<String, String> query = new HashMap<>();
        for (String pair : target.replaceFirst("^[^?]*\\??", "").split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
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
