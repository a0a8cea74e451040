using System.Diagnostics;
using System.Globalization;

namespace Turna.Server.Bench;

/// <summary>What one load showed. Processor time and reads (calls of the system that read files) are the server's, for one request.</summary>
internal sealed record Measured(string Name, int Clients, int Requests, int Failures, double Seconds, double P50, double P95, double P99, double Longest, double ServerMilliseconds, double Reads)
{
    public double PerSecond => Requests / Seconds;

    public static string Head => string.Create(
        CultureInfo.InvariantCulture, $"{"load",-34}{"clients",8}{"requests",10}{"per s",9}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"max ms",9}{"server CPU ms",15}{"reads",8}{"failed",8}");

    public string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Name,-34}{Clients,8}{Requests,10}{PerSecond,9:0.0}{P50,9:0.0}{P95,9:0.0}{P99,9:0.0}{Longest,9:0.0}{ServerMilliseconds,15:0.000}{Reads,8:0}{Failures,8}");
}

/// <summary>Runs a load with so many clients for so many seconds and takes the time of each request and the server's processor time.</summary>
internal static class Meter
{
    /// <param name="pause">What a client rests between two requests: nothing finds what the server can carry, a second is people at work.</param>
    public static async Task<Measured> RunAsync(
        string name, IReadOnlyList<Client> clients, double seconds, ServerProcess server, Func<Client, Task<bool>> act, TimeSpan pause = default)
    {
        if (pause == default) await Task.WhenAll(clients.Select(client => WarmAsync(client, seconds / 2, act)));
        var times = clients.Select(_ => new List<long>(4096)).ToList();
        var failures = 0;
        var (before, readsBefore) = (server.ProcessorTime(), server.Reads());
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(seconds * Stopwatch.Frequency);
        await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause * i / clients.Count);
            while (Stopwatch.GetTimestamp() is var at && at < until)
            {
                if (!await act(client)) Interlocked.Increment(ref failures);
                times[i].Add(Stopwatch.GetTimestamp() - at);
                if (pause > TimeSpan.Zero) await Task.Delay(pause);
            }
        })));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (spent, reads) = (server.ProcessorTime() - before, server.Reads() - readsBefore);
        var all = times.SelectMany(t => t).Select(t => t * 1000.0 / Stopwatch.Frequency).Order().ToList();
        double At(double share) => all[Math.Min(all.Count - 1, (int)(share * all.Count))];
        return new Measured(name, clients.Count, all.Count, failures, took, At(0.5), At(0.95), At(0.99), all[^1], spent.TotalMilliseconds / all.Count, (double)reads / all.Count);
    }

    // The first requests meet code that is not compiled yet, and the next ones share the processors with the compiler: they are the cold start's to answer for.
    private static async Task WarmAsync(Client client, double seconds, Func<Client, Task<bool>> act)
    {
        var began = Stopwatch.GetTimestamp();
        do await act(client);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds);
    }
}
