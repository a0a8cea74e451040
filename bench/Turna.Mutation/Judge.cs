using System.Diagnostics;

namespace Turna.Mutation;

/// <summary>
/// Judges mutants one after the other in a warm process and writes each verdict down at once. A mutant that runs away ends the process;
/// whoever started it goes on with the next mutant in a new one.
/// </summary>
internal sealed class Judge(Selection selection, Reach reach, string verdicts)
{
    public const int RanAway = 3, WantsRest = 4;

    /// <summary>Contexts are unloaded slowly, so a process makes no more than this.</summary>
    private const int ContextsOfOneProcess = 60;

    private readonly Libraries _libraries = new(selection.TestsPath);
    private readonly Lock _lock = new();
    private Deadline? _deadline;
    private bool _ranAway;
    private readonly List<string> _killers = [];
    private int _contexts;

    public int Run(IEnumerable<int> mutants)
    {
        new Thread(Watch) { IsBackground = true }.Start();
        using var warm = new Suite(_libraries, selection);
        warm.Discover();
        Sane(warm);
        foreach (var mutant in mutants)
        {
            if (_contexts >= ContextsOfOneProcess) return WantsRest;
            Write($"{mutant} begun");
            _ranAway = false;
            Limit(mutant, reach.IsLoading(mutant) ? reach.Seconds.Values.Sum() : 0);
            var killer = Under(warm, mutant, () => InSteps(warm, mutant, reach.Reaching(mutant))) ?? (reach.IsLoading(mutant) ? Anew(mutant) : null);
            lock (_lock) _deadline = null;
            Write(killer is null ? $"{mutant} {Outcome.Survived}" : $"{mutant} {(_ranAway ? Outcome.TimedOut : Outcome.Killed)} {killer}");
        }

        Sane(warm);
        return 0;
    }

    private string? Anew(int mutant)
    {
        _contexts++;
        using var fresh = new Suite(_libraries, selection);
        try
        {
            return Under(fresh, mutant, () =>
            {
                fresh.Discover();
                return InSteps(fresh, mutant, reach.Quickest(reach.ByTest.Keys));
            });
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return $"looking for tests: {broken.GetType().Name}";
        }
    }

    private string? Under(Suite suite, int mutant, Func<string?> tests)
    {
        lock (_lock) _deadline = _deadline! with { Control = suite.Control };
        suite.Control.Active = mutant;
        var killer = tests();
        suite.Control.Active = -1;
        lock (_lock) _deadline = _deadline with { Control = null };
        suite.Control.Stopped = false;
        return killer;
    }

    /// <summary>
    /// What killed its neighbours first, then the quick tests, in lots that grow: most mutants fall to one of the first. Each lot has its own
    /// limit, so that one that runs away in a quick test is not waited for as long as all tests together would take.
    /// </summary>
    private string? InSteps(Suite suite, int mutant, IEnumerable<string> tests)
    {
        var rest = tests.OrderByDescending(_killers.LastIndexOf).ToList();
        for (var size = 8; rest.Count > 0; size *= 2)
        {
            Limit(mutant, rest.Take(size).Sum(test => reach.Seconds[test]));
            if (suite.FirstFailure(rest.Take(size)) is { } failed)
            {
                _killers.Remove(failed);
                _killers.Add(failed);
                return failed;
            }

            rest.RemoveRange(0, Math.Min(size, rest.Count));
        }

        return null;
    }

    /// <summary>Without a mutant every test passes, before the first and after the last: nothing a mutant did has stayed.</summary>
    private void Sane(Suite suite)
    {
        if (suite.FirstFailure(reach.ByTest.Keys) is { } failed) throw new InvalidOperationException($"{failed} fails without any mutant");
    }

    private void Limit(int mutant, double seconds)
    {
        using var self = Process.GetCurrentProcess();
        var allowed = TimeSpan.FromSeconds(3 + 3 * seconds);
        lock (_lock) _deadline = new(mutant, self.TotalProcessorTime + allowed, DateTime.UtcNow + 20 * allowed, _deadline?.Control);
    }

    /// <summary>The limit is processor time, so that a busy machine does not decide; the clock only ends what waits for ever.</summary>
    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(100);
            using var self = Process.GetCurrentProcess();
            lock (_lock)
            {
                if (_deadline is not { } limit || (self.TotalProcessorTime < limit.Processor && DateTime.UtcNow < limit.Wall)) continue;
                if (_ranAway) End(limit.Mutant);
                _ranAway = true;
                if (limit.Control is { } control) control.Stopped = true;
                _deadline = limit with { Processor = self.TotalProcessorTime + TimeSpan.FromSeconds(2), Wall = DateTime.UtcNow.AddSeconds(30) };
            }
        }
    }

    private void End(int mutant)
    {
        Write($"{mutant} {Outcome.TimedOut}");
        Environment.Exit(RanAway);
    }

    private sealed record Deadline(int Mutant, TimeSpan Processor, DateTime Wall, Control? Control);

    private void Write(string line) => File.AppendAllText(verdicts, line + '\n');
}
