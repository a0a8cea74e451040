namespace Turna.Statistics.Survey;

/// <summary>Makes a design of replicate weights that stand in the data.</summary>
public static class GivenReplicates
{
    /// <summary>Declares the design.</summary>
    /// <param name="table">The data.</param>
    /// <param name="weights">Column of sampling weights; null when every row counts as one.</param>
    /// <param name="plan">Columns, method and scales.</param>
    /// <exception cref="SurveyInputException">A column is absent or incomplete, or there are not as many scales as columns.</exception>
    public static ReplicateDesign Declare(SurveyTable table, string? weights, ReplicatePlan plan)
    {
        var columns = plan.Columns.Select(name => table.CompleteNumbers(name, "a replicate weight")).ToArray();
        if (columns.Length < 2) throw new SurveyInputException("replicates: at least two columns are needed");
        if (plan.PerReplicate is { } given && given.Count != columns.Length)
            throw new SurveyInputException($"replicates: {given.Count} rscales for {columns.Length} columns");

        var sampling = weights is null ? Ones(table.RowCount) : table.CompleteNumbers(weights, "a weight");
        var notes = new List<string> { $"{columns.Length} replicates of type {plan.Method} given" };
        if (weights is null) notes.Add("no sampling weights given: every row counts as one");

        var scale = new ReplicateScale(plan.Scale ?? Overall(plan, columns), plan.PerReplicate ?? PerReplicate(plan, columns), plan.Mse);
        var analysis = plan.Combined
            ? columns
            : Array.ConvertAll(columns, column => WeightedSums.Column(column.Length, row => column[row] * sampling[row]));
        return new ReplicateDesign(table, sampling, new RowReplicates(analysis), scale, notes);
    }

    private static double Overall(ReplicatePlan plan, double[][] columns)
    {
        double count = columns.Length;
        return plan.Method switch
        {
            ReplicateMethod.Brr => 1 / count,
            ReplicateMethod.Fay => 1 / (count * (1 - plan.Rho) * (1 - plan.Rho)),
            ReplicateMethod.JK1 when !plan.Combined => 1 / columns[0].Max(),
            ReplicateMethod.JK1 => (count - 1) / count,
            ReplicateMethod.Bootstrap or ReplicateMethod.Subbootstrap or ReplicateMethod.MultistageBootstrap => 1 / (count - 1),
            ReplicateMethod.SuccessiveDifference => 4 / count,
            _ => 1,
        };
    }

    private static double[] PerReplicate(ReplicatePlan plan, double[][] columns)
    {
        if (plan.Method != ReplicateMethod.JKn) return Ones(columns.Length);
        if (plan.Combined && plan.Scale is null)
            throw new SurveyInputException("replicates: rscales are needed for combined JKn weights");
        return plan.Combined ? Ones(columns.Length) : Array.ConvertAll(columns, column => 1 / column.Max());
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
