using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Turna.Mutation;

/// <summary>The tests of one engine, run one after the other inside this process by the test framework itself.</summary>
internal sealed class Suite : IDisposable
{
    private readonly Loading _loading;
    private readonly ITestFramework _framework;
    private readonly Assembly _assembly;
    private readonly Selection _selection;
    private Dictionary<string, ITestCase> _cases = [];
    private Dictionary<string, string> _names = [];

    public Suite(Libraries libraries, Selection selection)
    {
        _selection = selection;
        _loading = new Loading(libraries);
        _assembly = _loading.LoadFromAssemblyPath(selection.TestsPath);
        Control = new Control(_loading.LoadFromAssemblyPath(selection.EnginePath));
        _framework = ExtensibilityPointFactory.GetTestFramework(_assembly);
    }

    public Control Control { get; }

    public IReadOnlyCollection<string> Tests => _cases.Keys;

    public void Discover()
    {
        var found = new List<ITestCase>();
        TestContext.SetForInitialization(null, false, false);
        var types = _assembly.GetTypes().Where(_selection.Holds).ToArray();
        _framework.GetDiscoverer(_assembly).Find(one => { found.Add(one); return ValueTask.FromResult(true); }, new Settings(), types, null).AsTask().GetAwaiter().GetResult();
        _cases = found.Where(one => !_selection.LeavesOut(one.TestMethodName)).DistinctBy(one => one.UniqueID).ToDictionary(one => $"{one.TestCaseDisplayName} {one.UniqueID[..8]}", StringComparer.Ordinal);
        _names = _cases.ToDictionary(one => one.Value.UniqueID, one => one.Key, StringComparer.Ordinal);
    }

    /// <summary>Runs these tests until one fails, and names that one.</summary>
    public string? FirstFailure(IEnumerable<string> names)
    {
        var cases = names.Select(name => _cases.GetValueOrDefault(name)).OfType<ITestCase>().ToArray();
        if (cases.Length == 0) return null;
        TestContext.SetForInitialization(null, false, false);
        var listener = new Listener(_names);
        _framework.GetExecutor(_assembly).RunTestCases(cases, listener, new Settings(), null).AsTask().GetAwaiter().GetResult();
        return listener.Failed;
    }

    public void Dispose() => _loading.Unload();

    private sealed class Listener(IReadOnlyDictionary<string, string> names) : IMessageSink
    {
        private readonly Lock _lock = new();

        public string? Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            lock (_lock)
            {
                if (message is ITestFailed failed) Failed ??= names.GetValueOrDefault(failed.TestCaseUniqueID, "a test");
                else if (message is IErrorMetadata) Failed ??= message.GetType().Name;
                return Failed is null;
            }
        }
    }

    /// <summary>One test at a time, stop at the first failure.</summary>
    private sealed class Settings : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal)
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
            ["xunit.execution.StopOnTestFail"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue? GetValue<TValue>(string name) => _values.GetValueOrDefault(name) is TValue value ? value : default;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;

        public string ToJson() => "{}";
    }
}
