namespace Turna.Mutation;

/// <summary>Which engine is judged by which tests. Classes and methods whose names are in <see cref="Without"/> are left out.</summary>
internal sealed record Selection(string Folder, string Engine, IReadOnlyList<string> Parts, IReadOnlyList<string> Without)
{
    public string TestsPath => Path.Combine(Folder, "Turna.UnitTests.dll");

    public string EnginePath => Path.Combine(Folder, $"{Engine}.dll");

    public bool LeavesOut(string? method) => method is not null && Without.Contains(method);

    public bool Holds(Type type) => Parts.Any(part => type.Namespace == $"Turna.UnitTests.{part}") && !Without.Contains(type.Name);
}
