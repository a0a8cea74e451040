namespace Turna.Cases.Importing.Values;

/// <summary>What a cell was read as. A value without doubt is certain; a doubt without value was not understood; neither is an empty cell.</summary>
internal readonly record struct Reading<T>(T? Value, string? Doubt)
{
    public static Reading<T> Nothing => default;

    public static Reading<T> Sure(T value) => new(value, null);

    public static Reading<T> Doubtful(T value, string why) => new(value, why);

    public static Reading<T> NotUnderstood(string why) => new(default, why);

    public bool IsCertain => Doubt is null;
}
