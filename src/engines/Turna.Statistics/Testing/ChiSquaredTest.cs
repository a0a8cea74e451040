using MathNet.Numerics.LinearAlgebra;

namespace Turna.Statistics.Survey;

/// <summary>Ways to test the independence of two categories.</summary>
public enum ChiSquaredMethod
{
    /// <summary>Rao–Scott, second order, referred to F.</summary>
    F,

    /// <summary>Rao–Scott, first order, referred to χ².</summary>
    ChiSquared,

    /// <summary>Wald statistic referred to F.</summary>
    Wald,

    /// <summary>Wald statistic with denominator degrees of freedom adjusted.</summary>
    AdjustedWald,

    /// <summary>Distribution of the linear combination of χ² variables, by saddlepoint.</summary>
    LinearCombination,

    /// <summary>The same.</summary>
    Saddlepoint,
}

/// <summary>
/// Tests of independence in a two-way table from a survey (Rao and Scott 1984; Koch, Freeman and Freeman 1975 for the Wald test;
/// Thomas and Rao 1987 for its adjustment).
/// </summary>
internal sealed class ChiSquaredTest(SurveyDesign design, SurveyRequest request)
{
    public SurveyResult Of(Rows domain)
    {
        if (request.Of.Count != 2) throw new SurveyInputException($"request {request.Id}: a test of independence needs two categories");
        var pair = Variables.Of(design.Table, request.Of, request.Id).Select(column => Occurring(column.AsCategory(), domain)).ToArray();
        var rows = domain.Complete(pair);
        if (request.MissingIsError && rows.Count < domain.Count) throw Variables.FirstMissing(pair, domain);
        var result = request.ChiSquared is ChiSquaredMethod.Wald or ChiSquaredMethod.AdjustedWald ? WaldTest(pair, domain) : RaoScott(pair, domain, rows);
        return result with
        {
            DegreesOfFreedom = Degrees(domain),
            Count = [rows.Count],
            SumWeights = [WeightedSums.Of(domain.Masked(design.Weights), [])[0]],
            Notes = rows.Count < domain.Count ? [$"rows left out because a value is missing: {domain.Count - rows.Count}"] : [],
        };
    }

    /// <summary>The category with only those levels that occur in the rows of the design.</summary>
    private CategoryColumn Occurring(CategoryColumn column, Rows domain)
    {
        var isFound = new bool[column.Levels.Length];
        for (var row = 0; row < column.Count; row++)
        {
            if (column.Codes[row] >= 0 && (design.KeepsAllRows || domain.Contains(row))) isFound[column.Codes[row]] = true;
        }

        var place = new int[isFound.Length];
        var levels = new List<string>();
        for (var level = 0; level < place.Length; level++)
        {
            place[level] = levels.Count;
            if (isFound[level]) levels.Add(column.Levels[level]);
        }

        if (levels.Count < 2) throw new SurveyInputException($"request {request.Id}: {column.Name} has fewer than two levels in the domain");
        return new CategoryColumn(column.Name, Array.ConvertAll(column.Codes, code => code < 0 || !isFound[code] ? CategoryColumn.Missing : place[code]), [.. levels]);
    }

    /// <summary>Units less strata; of replicates, their rank less one.</summary>
    private double Degrees(Rows domain) =>
        design is SampleDesign && design.KeepsAllRows ? design.DegreesOfFreedom(Rows.All(design.Table.RowCount)) : design.DegreesOfFreedom(domain);

    private SurveyResult RaoScott(CategoryColumn[] pair, Rows domain, Rows rows)
    {
        var cells = Variable.Of(Crossing.Of("", pair), rows).ToArray();
        var shares = design.Evaluate(new MeanStatistic(cells), rows);
        double n = design.RowsCounted(domain);
        var (height, width) = (pair[0].Levels.Length, pair[1].Levels.Length);
        var pearson = Pearson(shares.Estimate, height, width, n);
        var deltas = Deltas(shares, height, width, n);
        double sum = deltas.Sum(), squares = deltas.Sum(delta => delta * delta), degrees = Degrees(domain);
        var equivalent = sum * sum / squares;
        return request.ChiSquared switch
        {
            ChiSquaredMethod.F => Result(pearson / sum, [equivalent, equivalent * degrees], Distributions.FisherUpper(pearson / sum, equivalent, equivalent * degrees)),
            ChiSquaredMethod.ChiSquared => Result(pearson, [deltas.Length], Distributions.ChiSquaredUpper(pearson * deltas.Length / sum, deltas.Length)),
            _ when design is ReplicateDesign => Result(pearson, [], Saddlepoint.ChiSquaredSumUpper(pearson, deltas)),
            _ => Result(pearson, [], Saddlepoint.FisherSumUpper(pearson, deltas, equivalent * degrees)),
        };
    }

    private static double Pearson(double[] shares, int height, int width, double n)
    {
        double statistic = 0;
        for (var i = 0; i < height; i++)
        {
            var row = Enumerable.Range(0, width).Sum(j => shares[(j * height) + i]);
            for (var j = 0; j < width; j++)
            {
                var expected = row * Enumerable.Range(0, height).Sum(k => shares[(j * height) + k]);
                var difference = shares[(j * height) + i] - expected;
                statistic += n * difference * difference / expected;
            }
        }

        return statistic;
    }

    /// <summary>Generalised design effects: eigenvalues of the covariance of the interactions against that of a simple random sample.</summary>
    private static double[] Deltas(Estimated shares, int height, int width, double n)
    {
        var contrasts = Interactions(height, width);
        var cells = height * width;
        var inverse = Matrix<double>.Build.DenseDiagonal(cells, cells, i => shares.Estimate[i] == 0 ? 0 : 1 / shares.Estimate[i]);
        var simple = contrasts.Transpose() * (inverse / n) * contrasts;
        var actual = contrasts.Transpose() * inverse * Matrix<double>.Build.DenseOfArray(shares.Covariance) * inverse * contrasts;
        var root = simple.Cholesky().Factor.Inverse();
        var symmetric = root * actual * root.Transpose();
        return [.. ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Real()];
    }

    /// <summary>Interaction columns of the saturated model, orthogonal to the main effects.</summary>
    private static Matrix<double> Interactions(int height, int width)
    {
        var main = Matrix<double>.Build.Dense(height * width, height + width - 1, (cell, k) =>
            k == 0 ? 1 : k < height ? (cell % height == k ? 1 : 0) : cell / height == k - height + 1 ? 1 : 0);
        var products = Matrix<double>.Build.Dense(height * width, (height - 1) * (width - 1), (cell, k) =>
            cell % height == (k % (height - 1)) + 1 && cell / height == (k / (height - 1)) + 1 ? 1 : 0);
        return products - (main * main.QR().Solve(products));
    }

    private SurveyResult WaldTest(CategoryColumn[] pair, Rows domain)
    {
        var (height, width) = (pair[0].Levels.Length, pair[1].Levels.Length);
        var rows = domain.Complete(pair);
        var cells = Variable.Of(Crossing.Of("", pair), rows).ToArray();
        var totals = design.Evaluate(new TotalStatistic(cells), rows);
        var (difference, slope) = FromIndependence(totals.Estimate, height, width);
        var covariance = slope * Matrix<double>.Build.DenseOfArray(totals.Covariance) * slope.Transpose();

        var degrees = Degrees(domain);
        double numerator = (height - 1) * (width - 1);
        var wald = (difference * covariance.Solve(difference)) / numerator;
        if (request.ChiSquared == ChiSquaredMethod.Wald) return Result(wald, [numerator, degrees], Distributions.FisherUpper(wald, numerator, degrees));
        var denominator = degrees - numerator + 1;
        var adjusted = wald * denominator / degrees;
        return Result(adjusted, [numerator, denominator], Distributions.FisherUpper(adjusted, numerator, denominator));
    }

    /// <summary>Cell less product of margins over the whole, for all but the first row and column, and its derivative by the cells.</summary>
    private static (Vector<double> Difference, Matrix<double> Slope) FromIndependence(double[] cells, int height, int width)
    {
        var whole = cells.Sum();
        double Row(int i) => Enumerable.Range(0, width).Sum(j => cells[(j * height) + i]);
        double Column(int j) => Enumerable.Range(0, height).Sum(i => cells[(j * height) + i]);
        var used = Enumerable.Range(1, width - 1).SelectMany(j => Enumerable.Range(1, height - 1).Select(i => (I: i, J: j))).ToArray();
        var difference = Vector<double>.Build.Dense(used.Length, k => cells[(used[k].J * height) + used[k].I] - (Row(used[k].I) * Column(used[k].J) / whole));
        var slope = Matrix<double>.Build.Dense(used.Length, cells.Length, (k, cell) =>
        {
            var (i, j) = used[k];
            var (row, column) = (Row(i), Column(j));
            return ((cell == (j * height) + i) ? 1 : 0) - (cell % height == i ? column / whole : 0) - (cell / height == j ? row / whole : 0) + (row * column / (whole * whole));
        });
        return (difference, slope);
    }

    private SurveyResult Result(double statistic, double[] degrees, double p) =>
        new() { Id = request.Id, Statistic = SurveyStatistic.ChiSquared, TestStatistic = statistic, TestDegrees = degrees, P = [p] };
}
