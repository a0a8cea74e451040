using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Turna.Server.Bench;

/// <summary>An answer as far as a measurement needs it. The body is valid until the next request on the same wire.</summary>
internal readonly record struct Answer(int Status, string? Location, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);
}

/// <summary>
/// One kept connection that speaks HTTP/1.1 and keeps cookies. It parses only what it must: the load generator shares the processors
/// with the server it measures.
/// </summary>
internal sealed class Wire(int port) : IDisposable
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private byte[] buffer = new byte[64 * 1024];
    private byte[] body = new byte[64 * 1024];
    private Socket? socket;
    private long usedAt;
    private string cookieLine = string.Empty;
    private int start;
    private int end;

    public Task<Answer> GetAsync(string path) => SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\n{cookieLine}\r\n", default);

    public Task<Answer> PostAsync(string path, byte[] form) => SendAsync(
        string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: localhost\r\n{cookieLine}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n"),
        form);

    public void Dispose() => socket?.Dispose();

    private async Task<Answer> SendAsync(string head, ReadOnlyMemory<byte> form)
    {
        // A server closes connections that rest too long.
        if (socket is null || Stopwatch.GetElapsedTime(usedAt) > LongestRest)
        {
            socket?.Dispose();
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
        }

        var request = new byte[Encoding.ASCII.GetByteCount(head) + form.Length];
        form.Span.CopyTo(request.AsSpan(Encoding.ASCII.GetBytes(head, request)));
        await socket.SendAsync(request);
        var answer = await ReceiveAsync();
        usedAt = Stopwatch.GetTimestamp();
        return answer;
    }

    private async Task<Answer> ReceiveAsync()
    {
        (start, end) = (0, 0);
        var headEnd = -1;
        while ((headEnd = buffer.AsSpan(0, end).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();
        var head = Encoding.Latin1.GetString(buffer, 0, headEnd);
        start = headEnd + 4;
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (length, chunked, location) = Read(head);
        var read = chunked ? await ReadChunksAsync() : await ReadExactlyAsync(length, 0);
        return new Answer(status, location, body.AsMemory(0, read));
    }

    private (int Length, bool Chunked, string? Location) Read(string head)
    {
        var (length, chunked, changed) = (0, false, false);
        string? location = null;
        foreach (var line in head.Split("\r\n").Skip(1))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = int.Parse(line.AsSpan(15), CultureInfo.InvariantCulture);
            else if (line.StartsWith("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)) chunked = true;
            else if (line.StartsWith("Location:", StringComparison.OrdinalIgnoreCase)) location = line[9..].Trim();
            else if (line.StartsWith("Set-Cookie:", StringComparison.OrdinalIgnoreCase)) changed |= Keep(line[11..].Split(';')[0].Trim());
        }

        if (changed) cookieLine = $"Cookie: {string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))}\r\n";
        return (length, chunked, location);
    }

    private bool Keep(string cookie)
    {
        var equals = cookie.IndexOf('=', StringComparison.Ordinal);
        cookies[cookie[..equals]] = cookie[(equals + 1)..];
        return true;
    }

    private async Task<int> ReadChunksAsync()
    {
        var total = 0;
        while (true)
        {
            int lineEnd;
            while ((lineEnd = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8)) < 0) await FillAsync();
            var size = int.Parse(Encoding.ASCII.GetString(buffer, start, lineEnd), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            start += lineEnd + 2;
            if (size > 0) total = await ReadExactlyAsync(size, total);
            while (end - start < 2) await FillAsync();
            start += 2;
            if (size == 0) return total;
        }
    }

    private async Task<int> ReadExactlyAsync(int length, int at)
    {
        if (body.Length < at + length) Array.Resize(ref body, Math.Max(at + length, body.Length * 2));
        while (length > 0)
        {
            if (start == end) await FillAsync();
            var part = Math.Min(length, end - start);
            buffer.AsSpan(start, part).CopyTo(body.AsSpan(at));
            (start, at, length) = (start + part, at + part, length - part);
        }

        return at;
    }

    private async Task FillAsync()
    {
        if (start == end && start > 0) (start, end) = (0, 0);
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var got = await socket!.ReceiveAsync(buffer.AsMemory(end));
        if (got == 0) throw new IOException("The server closed the connection.");
        end += got;
    }
}
