namespace Turna.Kernel;

/// <summary>Names of form fields that the platform itself reads.</summary>
public static class FormFields
{
    /// <summary>The operation id of a write: made when the form is shown, so that the same form sent twice is one write.</summary>
    public const string Operation = "operation";
}
