using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Logging.Abstractions;
using Stryker.Abstractions;
using Stryker.Abstractions.Options;
using Stryker.Configuration.Options;
using Stryker.Core.Compiling;
using Stryker.Core.InjectedHelpers;
using Stryker.Core.MutantFilters;
using Stryker.Core.Mutants;
using Stryker.Utilities.Logging;

namespace Turna.Mutation;

/// <summary>
/// All mutants of an engine in one assembly, each behind a switch. The mutating tool changes the syntax and takes back what does not compile;
/// compiling is done here, against the assemblies that lie beside the tests.
/// </summary>
internal sealed class MutatedEngine : ICompilationContent
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private readonly string _folder;
    private readonly CodeInjection _injection = new();
    private CSharpCompilation _compilation;

    public MutatedEngine(string folder, string assembly, string references)
    {
        _folder = Path.GetFullPath(folder);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable, deterministic: true);
        _compilation = CSharpCompilation.Create(assembly, Sources().Select(Parse), References(assembly, references), options);
    }

    public IEnumerable<SyntaxTree> SyntaxTrees => _compilation.SyntaxTrees;

    public void ReplaceSyntaxTree(SyntaxTree original, SyntaxTree updated) => _compilation = _compilation.ReplaceSyntaxTree(original, updated);

    /// <summary>Writes the mutated assembly and tells what is in it.</summary>
    public IReadOnlyList<Mutant> Write(string path)
    {
        ApplicationLogging.LoggerFactory = NullLoggerFactory.Instance;
        var options = new StrykerOptions { MutationLevel = MutationLevel.Standard };
        var orchestrator = new CsharpMutantOrchestrator(new MutantPlacer(_injection), options: options);
        var made = new List<(IMutant Mutant, string? Ignored)>();
        foreach (var (tree, model) in SyntaxTrees.Where(tree => !Generated(tree)).Select(tree => (tree, _compilation.GetSemanticModel(tree))).ToList())
        {
            ReplaceSyntaxTree(tree, orchestrator.Mutate(tree, model));
            made.AddRange(Considered([.. orchestrator.GetLatestMutantBatch()], options));
        }

        var withdrawn = Compile(path);
        return [.. made.Select(one => Described(one.Mutant, withdrawn.Contains(one.Mutant.Id) ? "does not compile" : one.Ignored))];
    }

    /// <summary>Texts are not judged; an emptied block is not where a smaller mutant within it is.</summary>
    private static IEnumerable<(IMutant, string?)> Considered(IReadOnlyList<IMutant> mutants, IStrykerOptions options)
    {
        foreach (var mutant in mutants.Where(mutant => mutant.Mutation.Type == Mutator.String)) mutant.ResultStatus = MutantStatus.Ignored;
        var kept = new IgnoreBlockMutantFilter().FilterMutants(mutants, null!, options).ToHashSet();
        return mutants.Select(mutant => (mutant, mutant.Mutation.Type == Mutator.String ? "text" : kept.Contains(mutant) ? null : "block with smaller mutants in it"));
    }

    private HashSet<int> Compile(string path)
    {
        _compilation = _compilation.AddSyntaxTrees(_injection.MutantHelpers.Select(file =>
            CSharpSyntaxTree.ParseText(file.Key == Control.File ? Control.Source(_injection.HelperNamespace) : file.Value, Language)));
        var rollback = new CSharpRollbackProcess();
        var withdrawn = new HashSet<int>();
        for (var attempt = 0; attempt < 50; attempt++)
        {
            using var stream = new MemoryStream();
            var result = _compilation.Emit(stream);
            if (result.Success)
            {
                System.IO.File.WriteAllBytes(path, stream.ToArray());
                return withdrawn;
            }

            var mode = attempt > 45 ? ICSharpRollbackProcess.Mode.Aggressive : ICSharpRollbackProcess.Mode.Normal;
            var taken = rollback.RollbackMutationsInError(this, result.Diagnostics, mode, false)
                ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(20)));
            withdrawn.UnionWith(taken);
        }

        throw new InvalidOperationException("the mutated engine does not compile");
    }

    private Mutant Described(IMutant mutant, string? ignored)
    {
        var (original, kind) = (mutant.Mutation.OriginalNode, mutant.Mutation.Type.ToString());
        var start = original.GetLocation().GetLineSpan().StartLinePosition;
        return new(mutant.Id, Path.GetRelativePath(_folder, original.SyntaxTree.FilePath), start.Line + 1, start.Character + 1, kind, OneLine(original), OneLine(mutant.Mutation.ReplacementNode), ignored);
    }

    private static string OneLine(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 99), "…");
    }

    /// <summary>The sources, and what the build wrote beside them: the usings and the attributes of the assembly.</summary>
    private IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Below(file, "obj") && !Below(file, "bin"))
            .Concat(Directory.EnumerateFiles(Path.Combine(_folder, "obj", "Release", "net10.0"), "*.cs"))
            .Order(StringComparer.Ordinal);

    private bool Below(string file, string folder) => Path.GetRelativePath(_folder, file).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private bool Generated(SyntaxTree tree) => Below(tree.FilePath, "obj");

    private static SyntaxTree Parse(string file) => CSharpSyntaxTree.ParseText(System.IO.File.ReadAllText(file), Language, file);

    private static IEnumerable<MetadataReference> References(string assembly, string folder)
    {
        var platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(platform, "System*.dll").Append(Path.Combine(platform, "netstandard.dll"))
            .Concat(Directory.EnumerateFiles(folder, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) != assembly))
            .Where(Managed).DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    private static bool Managed(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        using var reader = new System.Reflection.PortableExecutable.PEReader(stream);
        return reader.HasMetadata;
    }
}
