using System.Diagnostics;
using System.Globalization;

namespace Turna.Server.Bench;

/// <summary>The published server as a process of its own, with what /proc says of it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private readonly Process process;

    private ServerProcess(Process process, TimeSpan startedIn) => (this.process, StartedIn) = (process, startedIn);

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Starts <c>turna demo</c> over a folder and waits until it answers.</summary>
    public static async Task<ServerProcess> StartAsync(string program, string folder, int people, int port, string? postgres)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "demo", "--data", folder, "--people", people.ToString(CultureInfo.InvariantCulture), "--port", port.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        if (postgres is not null) start.ArgumentList.Add("--postgres");
        if (postgres is not null) start.ArgumentList.Add(postgres);
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("Turna answers", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            using var wire = new Wire(port);
            if ((await wire.GetAsync("/sign-in")).Status != 200) break;
            return new ServerProcess(process, Stopwatch.GetElapsedTime(began));
        }

        throw new InvalidOperationException("The server did not start.");
    }

    public TimeSpan ProcessorTime()
    {
        var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
        return TimeSpan.FromSeconds((double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>How often it has asked the system to read: where a page of the database is not remembered, this grows.</summary>
    public long Reads() => long.Parse(File.ReadLines($"/proc/{process.Id}/io").First(l => l.StartsWith("syscr:", StringComparison.Ordinal))["syscr:".Length..], CultureInfo.InvariantCulture);

    /// <summary>Resident memory in MiB.</summary>
    public double Memory() => Status("VmRSS:");

    public double HighestMemory() => Status("VmHWM:");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private double Status(string field) => double.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal))[field.Length..].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture) / 1024;
}
