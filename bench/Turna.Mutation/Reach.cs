using System.Diagnostics;
using System.Text.Json;

namespace Turna.Mutation;

/// <summary>
/// Which test reaches which mutant, and how much processor time it takes. Every test is run twice: what is reached only the first time, or while tests are looked for,
/// is reached while something is loaded and kept (<see cref="Loading"/>), so its mutants must be judged with everything loaded anew.
/// </summary>
internal sealed record Reach(Dictionary<string, int[]> ByTest, Dictionary<string, double> Seconds, int[] Loading)
{
    public static Reach Measure(Suite suite, int mutants)
    {
        var reached = suite.Control.Reached = new bool[mutants];
        suite.Discover();
        var loading = new HashSet<int>(Taken(reached));
        var tests = suite.Tests.Order(StringComparer.Ordinal).ToList();
        var cold = tests.ToDictionary(test => test, test => Run(suite, test, reached).Reached);
        var warm = tests.ToDictionary(test => test, test => Run(suite, test, reached));
        foreach (var test in tests) loading.UnionWith(cold[test].Except(warm[test].Reached));
        suite.Control.Reached = null;
        return new(warm.ToDictionary(one => one.Key, one => one.Value.Reached), warm.ToDictionary(one => one.Key, one => one.Value.Seconds), [.. loading.Order()]);
    }

    public IReadOnlyList<string> Reaching(int mutant) => [.. Quickest(ByTest.Where(one => Array.BinarySearch(one.Value, mutant) >= 0).Select(one => one.Key))];

    public IEnumerable<string> Quickest(IEnumerable<string> tests) => tests.OrderBy(test => Seconds[test]).ThenBy(test => test, StringComparer.Ordinal);

    public bool IsLoading(int mutant) => Array.BinarySearch(Loading, mutant) >= 0;

    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this));

    public static Reach Load(string path) => JsonSerializer.Deserialize<Reach>(File.ReadAllText(path))!;

    private static (int[] Reached, double Seconds) Run(Suite suite, string test, bool[] reached)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        if (suite.FirstFailure([test]) is { } failed) throw new InvalidOperationException($"{failed} fails without any mutant");
        self.Refresh();
        var seconds = (self.TotalProcessorTime - before).TotalSeconds;
        return (Taken(reached), seconds);
    }

    private static int[] Taken(bool[] reached)
    {
        int[] taken = [.. Enumerable.Range(0, reached.Length).Where(id => reached[id])];
        Array.Clear(reached);
        return taken;
    }
}
